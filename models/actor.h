// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace pipeline {

/// Who acts, from where, and how sure we are of it.
struct Actor {
    QString name; ///< --by, else PIPELINE_USER, else the login; a runner's name
    QString account; ///< the login
    QString host;
    QString program; ///< "runner", "command line" or "console"

    bool operator==(const Actor &) const = default;
};

} // namespace pipeline
