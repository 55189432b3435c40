// SPDX-License-Identifier: Apache-2.0
#include "changes.h"

#include <QFileInfo>

namespace pipeline::sources {

QStringList Changes::changed(const QStringList &files)
{
    QStringList found;
    QHash<QString, Stamp> stamps;
    for (const QString &file : files) {
        const QFileInfo info(file);
        const Stamp stamp{info.lastModified(), info.size()};
        if (const auto known = m_stamps.constFind(file); known == m_stamps.constEnd() || *known != stamp)
            found << file;
        stamps.insert(file, stamp);
        m_stamps.remove(file);
    }
    m_removed = m_stamps.keys();
    m_stamps = std::move(stamps);
    return found;
}

} // namespace pipeline::sources
