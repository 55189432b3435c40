// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace pipeline::workers {

/// A checkout of the pinned commit and the workers of the release in it.
struct Checkout {
    QString folder; ///< absolute
    QStringList artefacts; ///< paths relative to it, files or folders
};

/// A line that a tool wrote, for the run's log. \a source is the tool and its package, as "jest worker/credit".
using LogLine = std::function<void(const QString &source, const QString &text)>;

} // namespace pipeline::workers
