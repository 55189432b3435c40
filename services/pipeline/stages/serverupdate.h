// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checklist.h"

#include "backlog/backlog.h"

namespace pipeline::runner {

/// What became of a worker server's update, \a answer being what was recorded of the call that asked for it.
///
/// A receiver that shares this backlog answers with its `atualizar_servidor` item, which is followed for the settle
/// time: success when it ended concluido, failed when it ended otherwise, unknown while it has not. Of any other
/// receiver it is known only that it took the call, which is success. Errors: those of the backlog, Cancelled.
Result<Finished> checkServerUpdate(const Run &run, backlog::Backlog &backlog, const QJsonObject &answer);

} // namespace pipeline::runner
