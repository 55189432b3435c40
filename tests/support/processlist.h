// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>

namespace pipeline::tests {

/// Ids of the processes of this machine whose arguments hold \a text; one that has ended but was not waited for has no
/// arguments any more.
inline QList<qint64> processesWith(const QByteArray &text)
{
    QList<qint64> found;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (entry.toLongLong() > 0 && arguments.open(QIODevice::ReadOnly) && arguments.readAll().contains(text))
            found << entry.toLongLong();
    }
    return found;
}

} // namespace pipeline::tests
