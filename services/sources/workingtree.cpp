// SPDX-License-Identifier: Apache-2.0
#include "workingtree.h"

#include "validation/inputfile.h"
#include "xml/parser.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::sources {

namespace {

Result<void> addFilesBelow(const QString &folder, QStringList &files)
{
    if (!QFileInfo(folder).isReadable() || !QFileInfo(folder).isExecutable())
        return fail(ErrorCode::InvalidInput, u"The folder %1 cannot be read"_s.arg(folder));
    QStringList folders;
    QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QFileInfo info = entries.fileInfo();
        if (info.isFile() && validation::fileKindOf(path))
            files << QDir::cleanPath(path);
        else if (info.isDir() && !info.isSymLink() && entries.fileName() != "node_modules"_L1)
            folders << path;
    }
    for (const QString &each : std::as_const(folders)) {
        if (const auto added = addFilesBelow(each, files); !added)
            return added;
    }
    return {};
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    // One byte more than what is read shows that it is too large. Room is made for as many bytes as are asked for,
    // which costs more than to read a small file; devices and the like have no size.
    const qint64 most = xml::Limits().bytes + 1;
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray bytes = file.read(file.size() > 0 ? std::min(file.size(), most) : most);
        if (file.error() == QFile::NoError)
            return bytes;
    }
    return fail(ErrorCode::InvalidInput, u"The file %1 cannot be read"_s.arg(path), file.errorString());
}

} // namespace

FileTree::Entry WorkingTree::entryAt(const QString &path) const
{
    const QFileInfo info(path);
    return info.isFile() ? Entry::File : info.isDir() ? Entry::Folder : Entry::None;
}

Result<QStringList> WorkingTree::filesBelow(const QString &folder) const
{
    QStringList files;
    if (const auto added = addFilesBelow(folder, files); !added)
        return fail(added.error());
    files.sort();
    return files;
}

Result<void> WorkingTree::read(const QStringList &files, const FileReceiver &receive, std::stop_token stop) const
{
    for (const QString &path : files) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"The files were not all read"_s, u"cancelled"_s);
        receive(path, bytesOf(path));
    }
    return {};
}

} // namespace pipeline::sources
