// SPDX-License-Identifier: Apache-2.0
#include "mirror.h"

#include "blobs.h"
#include "tree.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// The commits among the objects whose ids begin with \a prefix.
Result<QStringList> commitsWith(const Git &git, const QString &prefix, const QString &purpose, std::stop_token stop)
{
    const Result<QByteArray> objects = git.output(
        {.purpose = purpose, .arguments = {u"rev-parse"_s, "--disambiguate="_L1 + prefix}}, stop);
    if (!objects)
        return fail(objects.error());
    const Result<QByteArray> types = git.output(
        {.purpose = purpose,
         .arguments = {u"cat-file"_s, u"--batch-check=%(objecttype) %(objectname)"_s},
         .input = *objects},
        stop);
    if (!types)
        return fail(types.error());
    QStringList commits;
    for (const QByteArray &line : types->split('\n'))
        if (line.startsWith("commit "))
            commits << QString::fromLatin1(line.mid(7));
    return commits;
}

Result<bool> isReachable(const Git &git, const QString &commit, const QString &purpose, std::stop_token stop)
{
    const Result<QByteArray> references = git.output(
        {.purpose = purpose,
         .arguments = {u"for-each-ref"_s, u"--count=1"_s, "--contains="_L1 + commit, u"refs/heads"_s, u"refs/tags"_s}},
        stop);
    return references.transform([](const QByteArray &text) { return !text.isEmpty(); });
}

tl::unexpected<Error> ambiguous(const QString &sha, const QString &repository, const QStringList &commits)
{
    return fail(ErrorCode::NotFound, u"The commit %1 is ambiguous in %2"_s.arg(sha, repository),
                u"%1 commits begin so: %2"_s.arg(commits.size()).arg(commits.mid(0, 4).join(", "_L1)),
                u"Give more digits"_s);
}

/// Looks in the local copy only.
Result<QString> resolveHere(const Git &git, const QString &repository, const QString &sha, std::stop_token stop)
{
    const QString purpose = u"The commit %1 could not be looked up in %2"_s.arg(sha, repository);
    const Result<QStringList> commits = commitsWith(git, sha, purpose, stop);
    if (!commits)
        return fail(commits.error());
    QStringList reachable;
    for (const QString &commit : *commits) {
        const Result<bool> reached = isReachable(git, commit, purpose, stop);
        if (!reached)
            return fail(reached.error());
        if (*reached)
            reachable << commit;
    }
    if (reachable.size() == 1)
        return reachable.first();
    if (reachable.size() > 1)
        return ambiguous(sha, repository, reachable);
    const QString hint = u"Push it to a branch of the repository, or correct the SHA"_s;
    if (!commits->isEmpty())
        return fail(ErrorCode::NotFound, u"The commit %1 is on no branch or tag of %2 any more"_s.arg(sha, repository),
                    {}, hint);
    return fail(ErrorCode::NotFound, u"The commit %1 is on no branch or tag of %2"_s.arg(sha, repository),
                u"commits of pull requests count once they are merged"_s, hint);
}

} // namespace

Mirror::Mirror(Remote remote, QString folder, TokenSource token)
    : m_remote(std::move(remote)), m_folder(QDir::cleanPath(folder)), m_token(std::move(token))
{}

/// The remote for a call that talks to it.
Result<Remote> Mirror::withToken(std::stop_token stop) const
{
    Remote remote = m_remote;
    if (!m_token)
        return remote;
    const Result<std::optional<credentials::Secret>> token = m_token(stop);
    if (token)
        remote.token = token->value_or(credentials::Secret());
    else if (token.error().code == ErrorCode::KeychainUnavailable)
        remote.noToken = token.error();
    else
        return fail(token.error());
    return remote;
}

Result<QString> Mirror::resolve(const QString &sha, std::stop_token stop)
{
    static const QRegularExpression digits(u"\\A[0-9a-f]{7,40}\\z"_s);
    const QString prefix = sha.toLower();
    if (!digits.match(prefix).hasMatch())
        return fail(ErrorCode::InvalidInput, u"\"%1\" is not a commit SHA of 7 to 40 hex digits"_s.arg(sha));
    const Git git(m_remote, m_folder);
    if (exists()) {
        const Result<QString> here = resolveHere(git, m_remote.name, prefix, stop);
        if (here || here.error().code != ErrorCode::NotFound)
            return here;
    }
    const Result<void> fetched = fetch(stop);
    if (!fetched)
        return fail(fetched.error());
    return resolveHere(git, m_remote.name, prefix, stop);
}

Result<QList<TreeEntry>> Mirror::list(const QString &commit, const QString &path, std::stop_token stop)
{
    const QString name = path.endsWith(u'/') ? path.chopped(1) : path;
    const Result<void> checked = path.isEmpty() ? Result<void>() : checkPath(name);
    if (!checked)
        return fail(checked.error());
    const Git git(m_remote, m_folder);
    Result<QList<CheckoutEntry>> entries = listTree(git, commit, name, stop);
    // Nothing there: one of its parents may be a link or a submodule, which git does not look behind.
    for (qsizetype slash = name.indexOf(u'/'); entries && entries->isEmpty() && slash > 0;
         slash = name.indexOf(u'/', slash + 1)) {
        const QString parent = name.left(slash);
        entries = listTree(git, commit, parent, stop);
        if (entries)
            entries->removeIf(
                [&](const TreeEntry &entry) { return entry.path != parent || entry.kind == EntryKind::File; });
    }
    if (!entries)
        return fail(entries.error());
    return QList<TreeEntry>(entries->begin(), entries->end());
}

Result<QList<QByteArray>> Mirror::read(const QList<TreeEntry> &entries, qint64 limit, std::stop_token stop)
{
    const auto large = std::ranges::find_if(entries, [&](const TreeEntry &entry) { return entry.size > limit; });
    if (large != entries.end())
        return fail(ErrorCode::Refused, u"%1 is too large"_s.arg(large->path),
                    u"it has %1 bytes, and %2 are allowed"_s.arg(large->size).arg(limit));
    QList<QByteArray> contents(entries.size());
    const auto receive = [&](qsizetype index, const QByteArray &piece, bool) -> Result<void> {
        contents[index] += piece;
        return {};
    };
    return streamBlobs(Git(m_remote, m_folder), entries, receive, stop).transform([&] { return contents; });
}

Result<QList<QByteArray>> Mirror::digests(const QList<TreeEntry> &entries, std::stop_token stop)
{
    QList<QByteArray> digests;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto receive = [&](qsizetype, const QByteArray &piece, bool isLast) -> Result<void> {
        hash.addData(piece);
        if (isLast) {
            digests << hash.result().toHex();
            hash.reset();
        }
        return {};
    };
    return streamBlobs(Git(m_remote, m_folder), entries, receive, stop).transform([&] { return digests; });
}

Result<QString> Mirror::authorOf(const QString &commit, std::stop_token stop)
{
    const Result<void> checked = checkCommit(commit);
    if (!checked)
        return fail(checked.error());
    // rev-list, for log and show could be told to run gpg or a pager.
    const Result<QByteArray> output = Git(m_remote, m_folder)
                                          .output(
                                              {.purpose = u"The author of commit %1 could not be read"_s.arg(commit),
                                               .arguments = {u"rev-list"_s, u"--max-count=1"_s, u"--no-commit-header"_s,
                                                             u"--format=%ae"_s, commit}},
                                              stop);
    return output.transform([](const QByteArray &text) { return QString::fromUtf8(text).trimmed(); });
}

Result<bool> Mirror::isAncestor(const Git &git, const QString &ancestor, const QString &commit, std::stop_token stop)
{
    for (const QString &sha : {ancestor, commit})
        if (const Result<void> checked = checkCommit(sha); !checked)
            return fail(checked.error());
    const GitCall call{.purpose = u"%1 and %2 could not be compared"_s.arg(ancestor, commit),
                       .arguments = {u"merge-base"_s, u"--is-ancestor"_s, ancestor, commit}};
    const Result<process::Outcome> outcome = git.run(call, stop);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode > 1)
        return fail(git.explain(call, *outcome));
    return outcome->exitCode == 0;
}

} // namespace pipeline::repository
