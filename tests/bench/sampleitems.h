// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QString>

namespace pipeline::bench {

/// Makes a backlog database of the schema before the queue's projection, with four items for each release: validar,
/// aprovar_release, implantar, validar_implantacao. Nearly all are done; the last 2000 releases are in all states.
Result<void> fillBacklog(const QString &fileName, int releases);

/// The names of the release that was made as number \a i, and of its sprint.
QString releaseRef(int i);
QString sprint(int i);

} // namespace pipeline::bench
