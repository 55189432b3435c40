// SPDX-License-Identifier: Apache-2.0
#include "samplefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace pipeline::sample {

namespace {

QMap<QString, QByteArray> filesBelow(const QString &root, const QString &path)
{
    QStringList names;
    if (QFileInfo(root + path).isDir()) {
        QDirIterator each(root + path, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            names << each.next();
    } else {
        names << root + path;
    }
    QMap<QString, QByteArray> files;
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            files.insert(name.mid(root.size()), file.readAll());
    }
    return files;
}

} // namespace

Result<QMap<QString, QByteArray>> artefactFiles(const contract::Artefact &artefact)
{
    // A commit that has bytes of its own is a folder of its own.
    for (const QString &root :
         {u":/sample/%1/"_s.arg(artefact.sha.left(7)), u":/sample/artefatos/"_s, u":/sample/workers/"_s}) {
        QMap<QString, QByteArray> files = filesBelow(root, artefact.path);
        if (!files.isEmpty())
            return files;
    }
    return fail(ErrorCode::NotFound, u"The sample has no %1"_s.arg(artefact.path));
}

} // namespace pipeline::sample
