// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QTemporaryDir>

#include <optional>

namespace pipeline::workers {

/// Installed modules, kept by what decides them. Several processes may use one folder at once.
class ModuleCache {
public:
    explicit ModuleCache(QString folder);

    /// The key of the package in \a packageFolder: SHA-256, in hex, of its package.json, its \a lock, its .npmrc
    /// without tokens and \a platform.
    static QString key(const QString &packageFolder, const QByteArray &lock, const QString &platform);

    /// The node_modules folder of an entry, which counts as used now; nothing when there is none.
    std::optional<QString> find(const QString &key) const;

    /// A folder to install into, to be handed to add(). Storage when it cannot be made.
    Result<QTemporaryDir> makeStagingFolder() const;

    /// Makes \a staging, which holds a node_modules folder, the entry of \a key in one step, and removes what nobody
    /// used for 30 days. When another process was first its entry stays. Returns the node_modules folder.
    Result<QString> add(const QString &key, QTemporaryDir staging) const;

private:
    const QString m_folder;
};

} // namespace pipeline::workers
