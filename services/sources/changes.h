// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace pipeline::sources {

/// Tells which files differ from when it was last asked, by their time and size.
///
/// It looks instead of being told, so that it serves any file system, network ones too, and editors that put a new file
/// in the old one's place.
class Changes {
public:
    /// Looks at \a files again and gives those that are new or changed; files that are not among them are forgotten.
    QStringList changed(const QStringList &files);

    /// Those that the last call has forgotten.
    const QStringList &removed() const { return m_removed; }

private:
    struct Stamp {
        QDateTime modified;
        qint64 size = 0;

        bool operator==(const Stamp &) const = default;
    };

    QHash<QString, Stamp> m_stamps;
    QStringList m_removed;
};

} // namespace pipeline::sources
