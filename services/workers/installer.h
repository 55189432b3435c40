// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "modulecache.h"
#include "noderunner.h"
#include "package.h"

namespace pipeline::workers {

/// A package's installed modules.
struct Modules {
    QString folder; ///< its node_modules on this machine, which may not exist for a package that needs none
    QMap<QString, QString> mounts; ///< what has to be mounted to have them in the package

    /// The script of the tool \a name; empty when the package does not have it.
    QString tool(const QString &name) const;
};

/// Installs packages by `npm ci`.
///
/// Install scripts run, as npm decides, since some packages cannot do without; they run confined. Modules that the lock
/// file alone decides come from the cache, read-only where the sandbox can mount them, else as a copy, so that no run
/// can change what the next one gets. Others are installed in the checkout.
class Installer {
public:
    Installer(const NodeRunner &runner, const QString &cacheFolder, std::chrono::milliseconds timeLimit);

    /// Errors: ToolMissing, Unreachable, Refused, TimedOut, Storage, Cancelled.
    Result<Modules> install(const Package &package) const;

private:
    Result<QString> cached(const Package &package, const QString &key) const;
    Result<void> npmCi(const Package &package, const QString &folder, const QStringList &readable) const;

    const NodeRunner &m_runner;
    const ModuleCache m_cache;
    const QString m_downloads; ///< npm's own cache
    const std::chrono::milliseconds m_timeLimit;
};

} // namespace pipeline::workers
