// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/inputfile.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace pipeline::validation {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A fixture's file, or the files of its folder, whose first level are the products.
inline QList<InputFile> filesOf(const QString &fixture)
{
    if (!QFileInfo(fixture).isDir())
        return {{fixture.section(u'/', -1), *fileKindOf(fixture), contentOf(fixture), {}}};
    QList<InputFile> files;
    for (QDirIterator it(fixture, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        const QString relative = QDir(fixture).relativeFilePath(path);
        files << InputFile{relative, fileKindOf(path).value_or(FileKind::Worker), contentOf(path),
                           relative.section(u'/', 0, 0)};
    }
    return files;
}

} // namespace pipeline::validation
