// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace pipeline::workers {

/// The Node.js of this machine.
struct NodeInstallation {
    QString node; ///< the program
    QString npm; ///< npm's script, to be run by node; empty when npm is not installed
    QString platform; ///< version, system and processor: what compiled modules depend on
    QStringList files; ///< the files and folders outside of /usr that both consist of
};

/// Asks the node in PATH, which may be a version manager's stand-in. Errors: ToolMissing, Cancelled.
Result<NodeInstallation> findNode(std::stop_token stop);

} // namespace pipeline::workers
