// SPDX-License-Identifier: Apache-2.0
#include "blobs.h"
#include "mirror.h"
#include "tree.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// Writes blobs below a folder, each exactly as it was committed: attributes, filters and line ends do not count.
class TreeWriter {
public:
    TreeWriter(QString target, const QList<CheckoutEntry> &entries) : m_target(std::move(target)), m_entries(entries) {}

    Result<void> makeFolders() const
    {
        for (const CheckoutEntry &entry : m_entries) {
            const QString folder = entry.kind == EntryKind::Submodule
                ? entry.path
                : entry.path.left(entry.path.lastIndexOf(u'/') + 1);
            if (!folder.isEmpty() && !QDir(m_target).mkpath(folder))
                return cannotWrite(folder, u"the folder could not be made"_s);
        }
        return {};
    }

    Result<void> write(const CheckoutEntry &entry, const QByteArray &piece, bool isLast)
    {
        if (entry.kind == EntryKind::Symlink) {
            m_links[entry.path] += piece;
            return {};
        }
        if (!m_file.isOpen()) {
            m_file.setFileName(m_target + u'/' + entry.path);
            if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
                return cannotWrite(entry.path, m_file.errorString());
            if (entry.executable)
                m_file.setPermissions(m_file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther);
        }
        if (m_file.write(piece) != piece.size())
            return cannotWrite(entry.path, m_file.errorString());
        if (isLast)
            m_file.close();
        return {};
    }

    /// After all files, so that nothing is ever written through a link.
    Result<void> makeLinks() const
    {
        for (auto it = m_links.begin(); it != m_links.end(); ++it)
            if (symlink(it.value().constData(), QFile::encodeName(m_target + u'/' + it.key()).constData()) != 0)
                return cannotWrite(it.key(), QString::fromLocal8Bit(std::strerror(errno)));
        return {};
    }

private:
    tl::unexpected<Error> cannotWrite(const QString &path, const QString &why) const
    {
        return fail(ErrorCode::Storage, u"%1 could not be written into %2"_s.arg(path, m_target), why,
                    u"Free space, or correct the permissions of the folder"_s);
    }

    const QString m_target;
    const QList<CheckoutEntry> &m_entries;
    QFile m_file;
    QMap<QString, QByteArray> m_links;
};

/// A tree made by hand can name what git itself would never commit.
Result<void> checkEntry(const QString &path)
{
    const Result<void> checked = checkPath(path);
    if (!checked)
        return fail(ErrorCode::Refused, checked.error().message, checked.error().detail);
    for (const QString &part : path.split(u'/'))
        if (part.compare(".git"_L1, Qt::CaseInsensitive) == 0)
            return fail(ErrorCode::Refused, u"The path \"%1\" is not allowed"_s.arg(path),
                        u"it names git's own folder"_s);
    return {};
}

} // namespace

Result<void> Mirror::checkout(const QString &commit, const QString &target, std::stop_token stop)
{
    if (!QDir().mkpath(target)
        || !QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return fail(ErrorCode::Storage, u"%1 is not an empty folder"_s.arg(target));
    const Git git(m_remote, m_folder);
    const Result<QList<CheckoutEntry>> entries = listTree(git, commit, {}, stop);
    if (!entries)
        return fail(entries.error());
    QList<CheckoutEntry> blobs;
    for (const CheckoutEntry &entry : *entries) {
        const Result<void> checked = checkEntry(entry.path);
        if (!checked)
            return checked;
        if (entry.kind != EntryKind::Submodule)
            blobs << entry;
    }
    TreeWriter writer(target, *entries);
    const Result<void> folders = writer.makeFolders();
    if (!folders)
        return folders;
    const auto receive = [&](qsizetype index, const QByteArray &piece, bool isLast) {
        return writer.write(blobs[index], piece, isLast);
    };
    const Result<void> written = streamBlobs(git, QList<TreeEntry>(blobs.begin(), blobs.end()), receive, stop);
    if (!written)
        return written;
    return writer.makeLinks();
}

} // namespace pipeline::repository
