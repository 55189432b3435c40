// SPDX-License-Identifier: Apache-2.0
#include "committree.h"

#include "validation/inputfile.h"
#include "xml/parser.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::sources {

namespace {

QString absolute(const QString &path)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

/// Whether it is in a folder below \a begin of its path that is not looked into.
bool isHidden(const QString &path, qsizetype begin)
{
    const QStringList parts = path.sliced(begin).split(u'/', Qt::SkipEmptyParts);
    return std::ranges::any_of(parts,
                               [](const QString &part) { return part.startsWith(u'.') || part == "node_modules"_L1; });
}

} // namespace

CommitTree::CommitTree(repository::Revision revision) : m_revision(std::move(revision))
{
    for (const repository::TreeEntry &entry : m_revision.files()) {
        if (entry.kind == repository::EntryKind::File)
            m_files.insert(QDir(m_revision.root()).filePath(entry.path), entry);
    }
}

Result<CommitTree> CommitTree::open(const QString &name, std::stop_token stop)
{
    auto revision = repository::Revision::open(QDir::currentPath(), name, stop);
    if (!revision)
        return fail(revision.error());
    return CommitTree(std::move(*revision));
}

FileTree::Entry CommitTree::entryAt(const QString &path) const
{
    const QString wanted = absolute(path);
    if (m_files.contains(wanted))
        return Entry::File;
    const QString begin = wanted == "/"_L1 ? wanted : wanted + u'/';
    const auto first = m_files.lowerBound(begin);
    const bool hasFiles = first != m_files.cend() && first.key().startsWith(begin);
    return hasFiles || wanted == m_revision.root() ? Entry::Folder : Entry::None;
}

Result<QStringList> CommitTree::filesBelow(const QString &folder) const
{
    const QString root = absolute(folder);
    const QString begin = root == "/"_L1 ? root : root + u'/';
    QStringList files;
    for (auto file = m_files.lowerBound(begin); file != m_files.cend() && file.key().startsWith(begin); ++file) {
        if (validation::fileKindOf(file.key()) && !isHidden(file.key(), begin.size()))
            files << QDir::cleanPath(folder + u'/' + file.key().sliced(begin.size()));
    }
    return files;
}

Result<void> CommitTree::read(const QStringList &files, const FileReceiver &receive, std::stop_token stop) const
{
    QList<repository::TreeEntry> entries;
    for (const QString &file : files)
        entries << m_files.value(absolute(file));
    const auto take = [&](qsizetype index, const QByteArray &bytes) { receive(files[index], bytes); };
    return m_revision.read(entries, xml::Limits().bytes + 1, take, stop);
}

} // namespace pipeline::sources
