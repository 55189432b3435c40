// SPDX-License-Identifier: Apache-2.0
#include "sources.h"

#include "untrustedfile.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

QMap<QString, QByteArray> sourcesIn(const QString &checkout)
{
    constexpr qint64 largest = 2 * 1024 * 1024;
    static const QStringList patterns{u"*.js"_s, u"*.cjs"_s, u"*.mjs"_s, u"*.ts"_s};
    QMap<QString, QByteArray> sources;
    QDirIterator entries(checkout, patterns, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = QDir(checkout).relativeFilePath(entries.next());
        if (path.startsWith("node_modules/"_L1) || path.contains("/node_modules/"_L1))
            continue;
        if (const auto text = readUntrusted(entries.filePath(), largest))
            sources.insert(path, *text);
    }
    return sources;
}

} // namespace pipeline::workers
