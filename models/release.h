// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/artefact.h"

#include <QByteArray>
#include <QStringList>

namespace pipeline {

/// One file that goes to the engine, with its bytes.
struct ReleaseFile {
    contract::Artefact artefact; ///< with the full commit SHA
    QByteArray bytes;
    QByteArray sha256; ///< lower-case hex

    /// The resource name on the engine.
    const QString &resource() const { return artefact.file; }
    QString product() const { return artefact.product(); }
};

/// The workers of a release: the whole commit goes out, so only its identity and the named folders matter.
struct ReleaseWorkers {
    QString commit; ///< full SHA; empty when the release has no workers
    QStringList paths; ///< of the artefacts

    bool isEmpty() const { return commit.isEmpty(); }
};

/// A release as it is pinned: the exact bytes, and the digest that stands for all of them.
struct Release {
    QList<ReleaseFile> files;
    ReleaseWorkers workers;
    QString manifest;
    QStringList authors; ///< e-mail addresses of the authors of the pinned commits

    /// The products of `files`, in the order in which they first appear.
    QStringList products() const;
    QList<ReleaseFile> filesOf(const QString &product) const;
};

} // namespace pipeline
