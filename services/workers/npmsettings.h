// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nodeinstallation.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>

namespace pipeline::workers {

/// What an install may know of the user's npm: registries, proxies and authorities. Never a token or a password.
struct NpmSettings {
    QByteArray configuration; ///< content of an npmrc
    QProcessEnvironment environment; ///< proxies, which install scripts look for there
    QStringList files; ///< certificates that the settings name
    QStringList notes; ///< what was left out, for the log
};

/// Picks from \a configuration, as `npm config ls --json` gives it, and from \a environment what an install may know.
NpmSettings pickNpmSettings(const QJsonObject &configuration, const QProcessEnvironment &environment);

/// Asks the user's npm, outside of any package. Errors: ToolMissing, Refused (npm cannot read its configuration),
/// Cancelled.
Result<NpmSettings> readNpmSettings(const NodeInstallation &node, const QProcessEnvironment &environment,
                                    std::stop_token stop);

} // namespace pipeline::workers
