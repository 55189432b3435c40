// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkout.h"

#include "models/result.h"

#include <QJsonObject>
#include <QList>

namespace pipeline::workers {

/// A folder with a package.json, and the artefacts of the release that belong to it.
struct Package {
    QString name; ///< its folder relative to the checkout; "." for the checkout itself
    QString folder; ///< absolute, without links
    QString checkout; ///< likewise
    QStringList artefacts; ///< relative to the folder; "." for the folder itself
    QJsonObject manifest; ///< package.json

    bool hasDependencies() const;

    /// Whether the modules depend on nothing but package.json, the lock file and .npmrc: there are no scripts to run in
    /// the package at its install, no workspaces and, by \a lock, no modules that are folders of the repository.
    bool isInstalledByLockAlone(const QByteArray &lock) const;
};

/// The packages of \a checkout in the order of its artefacts, each once: the nearest package.json at or above each.
///
/// Errors: InvalidInput (a path that leads out of the checkout), NotFound (no such artefact), Refused (no package.json,
/// or none that can be read).
Result<QList<Package>> findPackages(const Checkout &checkout);

} // namespace pipeline::workers
