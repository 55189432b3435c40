// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "camunda/deployments.h"

#include <QHash>

#include <optional>

namespace pipeline::plan {

/// The deployments of one product as the pipeline names them (`<Produto>-YYYYMMDD-HHMMSS`), for files without a
/// definition: the newest one that holds a name counts. Asks the engine about each deployment once, and no further back
/// than needed.
class ProductDeployments {
public:
    ProductDeployments(const camunda::EngineClient &engine, const QString &product)
        : m_engine(engine), m_prefix(product + u'-')
    {}

    struct Place {
        QString deployment;
        QString resource; ///< its id there
    };

    /// Where the newest of them has the resource of that name; nothing when none has it.
    Result<std::optional<Place>> find(const QString &resource, std::stop_token stop);

private:
    Result<void> readPage(std::stop_token stop);

    const camunda::EngineClient &m_engine;
    const QString m_prefix;
    QList<camunda::Deployment> m_unread; ///< listed, newest first
    int m_listed = 0;
    bool m_isComplete = false; ///< there are no more to be listed
    QHash<QString, Place> m_places;
};

} // namespace pipeline::plan
