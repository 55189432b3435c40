// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "productdeployments.h"

#include "models/definitionfacts.h"
#include "models/release.h"

namespace pipeline::plan {

/// A file of a release with what it defines.
struct PlannedFile {
    ReleaseFile file;
    DefinitionFacts facts;
};

/// What one product's deployment would send.
struct ProductPlan {
    QString product;
    QList<PlannedFile> send;
    QList<PlannedFile> unchanged; ///< the engine has the same bytes

    QStringList sentPaths() const;
    QStringList unchangedPaths() const;
};

/// The latest definition on the engine of each key that \a facts names; nothing for a key that it does not know.
///
/// Processes and decisions only: the engine has no way to ask for form definitions.
Result<QList<std::optional<camunda::Definition>>> latestDefinitions(const camunda::EngineClient &engine,
                                                                    const DefinitionFacts &facts, std::stop_token stop);

/// SHA-256, in hex, of what the engine has of \a file: the resource behind the latest version of its definitions, for a
/// file without one that of the product's latest deployment that holds the name. Nothing when the engine does not have
/// it, or when its definitions come from different bytes. \a deployments are those of the file's product.
Result<std::optional<QByteArray>> deployedDigest(const camunda::EngineClient &engine, const PlannedFile &file,
                                                 ProductDeployments &deployments, std::stop_token stop);

/// Compares \a files, all of \a product, with what the engine has, by their bytes.
///
/// Files that are tied by a deployment binding or a `deployment:` key go together when any of them changed.
Result<ProductPlan> planProduct(const camunda::EngineClient &engine, const QString &product,
                                const QList<PlannedFile> &files, std::stop_token stop);

} // namespace pipeline::plan
