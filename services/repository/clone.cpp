// SPDX-License-Identifier: Apache-2.0
#include "clone.h"

#include "git.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

Clone::Clone(QString folder, Mirror &mirror) : m_folder(std::move(folder)), m_mirror(mirror) {}

QString Clone::ownFolder() const
{
    return m_folder + u"/.git/prometheus-pipeline"_s;
}

Result<QByteArray> Clone::git(const QString &purpose, const QStringList &arguments, std::stop_token stop) const
{
    if (!QFileInfo(m_folder + u"/.git"_s).isDir())
        return fail(ErrorCode::NotFound, purpose, u"%1 is no clone of a git repository"_s.arg(m_folder),
                    u"Clone it there, or correct `clone` in [repositories.%1]"_s.arg(m_mirror.remote().name));
    return Git(m_mirror.remote(), m_folder + u"/.git"_s)
        .output({.purpose = purpose, .arguments = arguments, .workTree = m_folder}, stop);
}

Result<QString> Clone::head(std::stop_token stop) const
{
    const auto commit = git(u"It is not known where the clone %1 is"_s.arg(m_folder),
                            {u"rev-parse"_s, u"--verify"_s, u"HEAD^{commit}"_s}, stop);
    if (!commit)
        return fail(commit.error());
    return QString::fromLatin1(commit->trimmed());
}

Result<bool> Clone::isPast(const QString &commit, std::stop_token stop) const
{
    const auto count = git(u"The clone %1 could not be compared with %2"_s.arg(m_folder, commit),
                           {u"rev-list"_s, u"--count"_s, u"--ignore-missing"_s, commit, u"^HEAD"_s}, stop);
    const auto at = head(stop);
    if (!count || !at)
        return fail(!count ? count.error() : at.error());
    // A commit that is not here cannot be behind, and then nothing was counted.
    const bool here = git({}, {u"cat-file"_s, u"-e"_s, commit + u"^{commit}"_s}, stop).has_value();
    return here && count->trimmed() == "0" && *at != commit;
}

Result<void> Clone::fastForward(const QString &commit, std::stop_token stop)
{
    const QString purpose = u"The clone %1 was left as it is"_s.arg(m_folder);
    const QString &branch = m_mirror.remote().branch;
    const auto current = git(purpose, {u"rev-parse"_s, u"--abbrev-ref"_s, u"HEAD"_s}, stop);
    if (!current)
        return fail(current.error());
    if (current->trimmed() != branch.toUtf8())
        return fail(ErrorCode::Conflict, purpose,
                    u"it is on %1, not on %2"_s.arg(QString::fromUtf8(current->trimmed()), branch),
                    u"Run there: git switch %1"_s.arg(branch));
    const QString tracking = u"refs/remotes/origin/"_s + branch;
    const auto fetched = git(
        purpose, {u"fetch"_s, u"--no-tags"_s, m_mirror.folder(), u"+refs/heads/%1:%2"_s.arg(branch, tracking)}, stop);
    if (!fetched)
        return fail(fetched.error());
    const auto missing = git(purpose, {u"rev-list"_s, u"--count"_s, commit, u"^"_s + tracking}, stop);
    if (!missing)
        return fail(missing.error());
    if (missing->trimmed() != "0")
        return fail(ErrorCode::Conflict, purpose, u"%1 is not on %2"_s.arg(commit, branch));
    const auto merged = git(purpose, {u"merge"_s, u"--ff-only"_s, u"--quiet"_s, commit}, stop);
    if (!merged && merged.error().code != ErrorCode::Cancelled)
        return fail(ErrorCode::Conflict, purpose, merged.error().detail,
                    u"Look at `git status` in the clone; what was changed by hand there belongs into the repository"_s);
    return merged ? Result<void>() : fail(merged.error());
}

Result<void> Clone::goBack(const QString &commit, std::stop_token stop)
{
    const QString purpose = u"The clone %1 could not be brought back to %2"_s.arg(m_folder, commit);
    const auto done = git(purpose, {u"reset"_s, u"--quiet"_s, u"--keep"_s, commit}, stop);
    return done ? Result<void>() : fail(ErrorCode::Conflict, purpose, done.error().detail);
}

} // namespace pipeline::repository
