// SPDX-License-Identifier: Apache-2.0
#include "filesearch.h"

#include "glob.h"
#include "validation/inputfile.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::sources {

namespace {

Result<QStringList> matching(const FileTree &tree, const QString &pattern)
{
    const Glob glob(pattern);
    QStringList files;
    if (tree.entryAt(glob.folder()) == FileTree::Entry::Folder) {
        const auto candidates = tree.filesBelow(glob.folder());
        if (!candidates)
            return fail(candidates.error());
        for (const QString &file : *candidates) {
            if (glob.matches(file))
                files << file;
        }
    }
    if (files.isEmpty())
        return fail(ErrorCode::InvalidInput, u"No file to validate matches %1"_s.arg(pattern));
    return files;
}

Result<QStringList> filesAt(const FileTree &tree, const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    switch (tree.entryAt(clean)) {
    case FileTree::Entry::File:
        if (!validation::fileKindOf(clean))
            return fail(ErrorCode::InvalidInput, u"%1 is not of a kind that is validated"_s.arg(path), {},
                        u"Kinds are known by their suffix: .bpmn .dmn .form .html"_s);
        return QStringList{clean};
    case FileTree::Entry::Folder:
        return tree.filesBelow(clean);
    case FileTree::Entry::None:
        break;
    }
    // A file may be called like a pattern, which is why it is looked for first.
    if (Glob::isPattern(path))
        return matching(tree, path);
    return fail(ErrorCode::InvalidInput, u"There is no file or folder %1"_s.arg(path));
}

} // namespace

Result<QStringList> findFiles(const FileTree &tree, const QStringList &paths)
{
    QStringList files;
    QSet<QString> known;
    for (const QString &path : paths) {
        const auto found = filesAt(tree, path);
        if (!found)
            return fail(found.error());
        for (const QString &file : *found) {
            const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(file));
            if (!known.contains(absolute))
                files << file;
            known << absolute;
        }
    }
    return files;
}

QString deploymentOf(const QString &path)
{
    static const QStringList kinds{u"bpmn"_s, u"dmn"_s, u"forms"_s};
    const QDir folder = QFileInfo(path).absoluteDir();
    return kinds.contains(folder.dirName()) ? QDir::cleanPath(folder.filePath(u".."_s)) : folder.path();
}

} // namespace pipeline::sources
