// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror.h"

#include "models/finding.h"
#include "models/release.h"

#include <QMap>

namespace pipeline::repository {

/// What reading the pinned bytes of a release gave.
struct ReadRelease {
    Release release; ///< the manifest is empty when there are findings: it would not stand for all artefacts
    QList<Finding> findings; ///< artefacts that are missing, too large, links, or of no product
};

/// Reads the artefacts of a release by commit and path, and computes its manifest.
class ReleaseReader {
public:
    /// Largest file that is sent to an engine, which runs out of memory at 50 MB.
    static constexpr qint64 LargestFile = 16 * 1024 * 1024;
    /// Largest sum of files in one product's deployment.
    static constexpr qint64 LargestProduct = 32 * 1024 * 1024;

    /// The mirrors must outlive the reader; a null one means that its repository is not configured. Artefacts of a
    /// product that is not among \a products are findings, unless that is empty.
    ReleaseReader(Mirror *artefacts, Mirror *workers, QStringList products = {})
        : m_artefacts(artefacts), m_workers(workers), m_products(std::move(products))
    {}

    /// Errors: those of Mirror, NotFound for a commit, InvalidInput when a repository is not configured.
    Result<ReadRelease> read(const QList<contract::Artefact> &artefacts, std::stop_token stop);

    /// The files at and below the path of \a artefact at its commit, by path, for a person to read: links and files
    /// over 2 MB are left out. Errors: as read().
    Result<QMap<QString, QByteArray>> filesOf(const contract::Artefact &artefact, std::stop_token stop);

private:
    Result<Mirror *> mirrorOf(const contract::Artefact &artefact) const;

    Mirror *m_artefacts;
    Mirror *m_workers;
    const QStringList m_products;
};

} // namespace pipeline::repository
