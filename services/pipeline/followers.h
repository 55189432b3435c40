// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/backlogitem.h"
#include "models/contract/pipelineresult.h"
#include "models/release.h"

namespace pipeline::runner {

/// The item that a successful \a result puts on the backlog: `aprovar_release` or `validar_implantacao`.
contract::NewItem followerOf(const contract::BacklogItem &item, const contract::PipelineContext &context,
                             const QString &environment, const contract::PipelineResult &result);

} // namespace pipeline::runner
