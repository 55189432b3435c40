// SPDX-License-Identifier: Apache-2.0
#include "git.h"
#include "giterror.h"
#include "mirror.h"
#include "tree.h"

using namespace Qt::StringLiterals;

namespace pipeline::repository {

namespace {

/// Where the remote's branch is now; nothing when there is no such branch.
Result<std::optional<QString>> askHead(const Git &git, const Remote &remote, std::stop_token stop)
{
    const QString reference = "refs/heads/"_L1 + remote.branch;
    const QString url = withoutCredentials(remote.url, remote);
    const Result<QByteArray> output = git.output(
        {.purpose = u"The branch %1 of %2 could not be read from %3"_s.arg(remote.branch, remote.name, url),
         .arguments = {u"ls-remote"_s, u"--quiet"_s, u"--"_s, git.url(), reference},
         .remote = true},
        stop);
    if (!output)
        return fail(output.error());
    for (const QByteArray &line : output->split('\n')) // a longer name may end in ours
        if (line.endsWith('\t' + reference.toUtf8()))
            return QString::fromLatin1(line.left(line.indexOf('\t')));
    return std::nullopt;
}

Result<bool> isHere(const Git &git, const QString &commit, const QString &purpose, std::stop_token stop)
{
    const Result<process::Outcome> outcome = git.run(
        {.purpose = purpose, .arguments = {u"cat-file"_s, u"-e"_s, commit + "^{commit}"_L1}}, stop);
    return outcome.transform([](const process::Outcome &ended) { return ended.exitCode == 0; });
}

/// How \a head lies to \a commit, which is not on top of it.
Result<QString> describe(const Git &git, const QString &branch, const QString &commit, const QString &head,
                         const QString &purpose, std::stop_token stop)
{
    const Result<QByteArray> count = git.output(
        {.purpose = purpose, .arguments = {u"rev-list"_s, u"--count"_s, commit + ".."_L1 + head}}, stop);
    if (!count)
        return fail(count.error());
    const Result<process::Outcome> base = git.run({.purpose = purpose, .arguments = {u"merge-base"_s, commit, head}},
                                                  stop);
    if (!base)
        return fail(base.error());

    const QString baseCommit = QString::fromLatin1(base->output.trimmed());
    const QString commits = QString::fromLatin1(count->trimmed())
        + (count->trimmed() == "1" ? " commit"_L1 : " commits"_L1);
    if (baseCommit == commit)
        return u"%1 is ahead of it by %2 (at %3)"_s.arg(branch, commits, head);
    if (baseCommit.isEmpty())
        return u"%1 (at %2) has no history in common with it"_s.arg(branch, head);
    return u"%1 (at %2) has diverged at %3, by %4"_s.arg(branch, head, baseCommit, commits);
}

/// The reason in brackets on the line that `push --porcelain` writes for a reference that it did not update.
QString rejection(const QByteArray &output)
{
    for (const QByteArray &line : output.split('\n'))
        if (line.startsWith('!'))
            return QString::fromUtf8(line.mid(line.lastIndexOf('\t') + 1));
    return {};
}

/// Whether somebody else changed the branch first, as opposed to a rule of the server.
bool isLostRace(const QString &reason)
{
    return reason.startsWith("[rejected]"_L1) || reason.contains("failed to update ref"_L1)
        || reason.contains("cannot lock ref"_L1) || reason.contains("failed to lock"_L1);
}

} // namespace

Result<QString> Mirror::head(std::stop_token stop)
{
    const Result<Remote> remote = withToken(stop);
    if (!remote)
        return fail(remote.error());
    const Result<std::optional<QString>> head = askHead(Git(*remote, m_folder), *remote, stop);
    if (!head)
        return fail(head.error());
    if (!*head)
        return fail(ErrorCode::NotFound,
                    u"%1 has no branch %2"_s.arg(withoutCredentials(m_remote.url, m_remote), m_remote.branch));
    return **head;
}

Result<bool> Mirror::push(const QString &commit, std::stop_token stop)
{
    const QString purpose = u"%1 was not pushed to %2 of %3"_s.arg(commit, m_remote.branch, m_remote.name);
    const Result<Remote> remote = withToken(stop);
    if (!remote)
        return fail(remote.error());
    const Git git(*remote, m_folder, Git::Clock::now() + std::chrono::seconds(60));
    const Result<bool> ahead = isAhead(git, commit, purpose, stop);
    if (!ahead || !*ahead)
        return ahead;

    const GitCall call{.purpose = purpose,
                       .arguments = {u"-c"_s, u"push.pushOption="_s, u"push"_s, u"--porcelain"_s, u"--no-follow-tags"_s,
                                     u"--no-signed"_s, u"--recurse-submodules=no"_s, u"--"_s, git.url(),
                                     commit + ":refs/heads/"_L1 + m_remote.branch},
                       .remote = true};
    const Result<process::Outcome> outcome = git.run(call, stop);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->exitCode == 0)
        return true;
    const QString reason = rejection(outcome->output);
    if (reason.isEmpty())
        return fail(git.explain(call, *outcome));
    if (!isLostRace(reason))
        return fail(ErrorCode::Refused, purpose,
                    withoutCredentials(reason, *remote) + ": "_L1 + git.explain(call, *outcome).detail,
                    u"Ask whoever set the rules of that branch"_s);
    const Result<bool> now = isAhead(git, commit, purpose, stop);
    if (!now || !*now)
        return now;
    return fail(ErrorCode::Conflict, purpose, withoutCredentials(reason, *remote), u"Try again"_s);
}

/// False when the branch is at the commit; Conflict when the branch is ahead of it or elsewhere.
Result<bool> Mirror::isAhead(const Git &git, const QString &commit, const QString &purpose, std::stop_token stop)
{
    const Result<void> checked = checkCommit(commit);
    if (!checked)
        return fail(checked.error());
    const Result<bool> here = isHere(git, commit, purpose, stop);
    if (!here)
        return fail(here.error());
    if (!*here)
        return fail(ErrorCode::NotFound, purpose, u"the commit is not in the local copy"_s);
    const Result<std::optional<QString>> head = askHead(git, git.remote(), stop);
    if (!head)
        return fail(head.error());
    if (!*head)
        return true;
    if (**head == commit)
        return false;

    const Result<bool> known = isHere(git, **head, purpose, stop);
    if (!known)
        return fail(known.error());
    if (!*known)
        if (const Result<void> fetched = fetch(git, stop); !fetched)
            return fail(fetched.error());
    const Result<bool> behind = isAncestor(git, **head, commit, stop);
    if (!behind)
        return fail(behind.error());
    if (*behind)
        return true;
    const Result<QString> why = describe(git, m_remote.branch, commit, **head, purpose, stop);
    if (!why)
        return fail(why.error());
    return fail(ErrorCode::Conflict, purpose, *why, u"Make a release of a commit that contains what is there"_s);
}

} // namespace pipeline::repository
