// SPDX-License-Identifier: Apache-2.0
#include "revision.h"

#include "blobs.h"
#include "tree.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// The user's own repository, which has no remote of ours. Its name stands in errors.
const Remote &here()
{
    static const Remote remote{u"this repository"_s, {}, {}, {}};
    return remote;
}

/// Errors of git on a mirror say to remove it, which nobody must be told of a repository of their own.
Error ofOwnRepository(Error error)
{
    if (error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound)
        error.code = ErrorCode::InvalidInput;
    error.hint = error.code == ErrorCode::Corrupt ? u"Look at it with `git fsck`"_s : QString();
    return error;
}

/// A repository around \a folder: git's own folder, and the path of \a folder within the tree.
struct Surroundings {
    QString gitFolder;
    QString prefix;
};

Result<Surroundings> surroundingsOf(const QString &folder, std::stop_token stop)
{
    const auto answer = Git::find(folder, stop);
    if (!answer)
        return fail(answer.error());
    const QStringList lines = QString::fromUtf8(answer->output).split(u'\n');
    if (answer->exitCode != 0 || lines.size() < 2)
        return fail(ErrorCode::InvalidInput, u"There is no git repository around %1"_s.arg(folder),
                    QString::fromUtf8(answer->errors).simplified());
    return Surroundings{lines[0], lines[1]};
}

} // namespace

Result<Revision> Revision::open(const QString &folder, const QString &name, std::stop_token stop)
{
    const auto around = surroundingsOf(folder, stop);
    if (!around)
        return fail(around.error());
    Revision revision;
    revision.m_folder = around->gitFolder;
    revision.m_root = QDir::cleanPath(folder.chopped(around->prefix.isEmpty() ? 0 : around->prefix.size() - 1));
    const Git git(here(), revision.m_folder);
    const auto commit = git.run(
        {.purpose = u"The commit %1 could not be looked up"_s.arg(name),
         .arguments = {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"--end-of-options"_s, name + u"^{commit}"_s}},
        stop);
    if (!commit)
        return fail(ofOwnRepository(commit.error()));
    if (commit->exitCode != 0)
        return fail(ErrorCode::InvalidInput, u"The repository has no commit %1"_s.arg(name),
                    QString::fromUtf8(commit->errors).simplified());
    const auto entries = listTree(git, QString::fromLatin1(commit->output.trimmed()), {}, stop);
    if (!entries)
        return fail(ofOwnRepository(entries.error()));
    for (const CheckoutEntry &entry : *entries)
        revision.m_files << entry;
    return revision;
}

Result<void> Revision::read(const QList<TreeEntry> &entries, qint64 limit,
                            const std::function<void(qsizetype index, const QByteArray &bytes)> &receive,
                            std::stop_token stop) const
{
    const Git git(here(), m_folder);
    QByteArray bytes;
    const auto take = [&](qsizetype index, const QByteArray &piece, bool isLast) -> Result<void> {
        bytes += piece.left(limit - bytes.size());
        if (isLast)
            receive(index, std::exchange(bytes, {}));
        return {};
    };
    return streamBlobs(git, entries, take, stop).map_error(ofOwnRepository);
}

} // namespace pipeline::repository
