// SPDX-License-Identifier: Apache-2.0
#include "repository/mirror.h"
#include "support/gitrepository.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::repository;
using tests::GitRepository;

class tst_MirrorPush : public QObject {
    Q_OBJECT

private slots:
    void init();
    void asksTheRemoteForItsHead();
    void movesTheBranchForward();
    void makesAMissingBranch();
    void isDoneWhenTheBranchIsThere();
    void refusesWhenTheBranchIsAhead();
    void refusesWhenTheBranchHasDiverged();
    void refusesUnrelatedHistory();
    void losesARace();
    void respectsTheServersRules();
    void pushesNothingElse();
    void refusesUnknownCommits();

private:
    Mirror mirror() const
    {
        return Mirror({u"workers"_s, m_repository->remote(), u"main"_s, {}}, m_folder->filePath(u"mirror.git"_s));
    }
    QString remoteHead() const { return GitRepository::text(m_repository->inRemote({u"rev-parse"_s, u"main"_s})); }
    /// A commit that the remote has on another branch only, as a release of workers is.
    QString commitOnBranch(const QString &branch) const;
    void addHook(const QString &name, const QByteArray &script) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GitRepository> m_repository;
    std::stop_token m_never;
};

void tst_MirrorPush::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    GitRepository::isolate(m_folder->path());
    m_repository = std::make_unique<GitRepository>(m_folder->path());
}

QString tst_MirrorPush::commitOnBranch(const QString &branch) const
{
    const QString commit = m_repository->commit(branch);
    m_repository->push("HEAD:refs/heads/"_L1 + branch);
    return commit;
}

void tst_MirrorPush::addHook(const QString &name, const QByteArray &script) const
{
    QFile hook(m_repository->remote() + "/hooks/"_L1 + name);
    QVERIFY(QDir().mkpath(m_repository->remote() + "/hooks"_L1));
    QVERIFY(hook.open(QIODevice::WriteOnly));
    hook.write("#!/bin/sh\n" + script);
    QVERIFY(hook.setPermissions(hook.permissions() | QFile::ExeOwner));
}

void tst_MirrorPush::asksTheRemoteForItsHead()
{
    const QString first = m_repository->commit();
    m_repository->push();
    m_repository->push(u"HEAD:refs/heads/other/refs/heads/main"_s);
    QCOMPARE(mirror().head(m_never).value_or(QString()), first); // without any fetch
    const QString second = m_repository->commit();
    m_repository->push();
    QCOMPARE(mirror().head(m_never).value_or(QString()), second);
    m_repository->inRemote({u"update-ref"_s, u"-d"_s, u"refs/heads/main"_s});
    COMPARE_ERROR(mirror().head(m_never), ErrorCode::NotFound);
}

void tst_MirrorPush::movesTheBranchForward()
{
    m_repository->commit();
    m_repository->push();
    m_repository->commit();
    const QString commit = commitOnBranch(u"release"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    QCOMPARE(mirror().push(commit, m_never), true);
    QCOMPARE(remoteHead(), commit);
}

void tst_MirrorPush::makesAMissingBranch()
{
    const QString commit = commitOnBranch(u"release"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    VERIFY_RESULT(mirror().push(commit, m_never));
    QCOMPARE(remoteHead(), commit);
}

void tst_MirrorPush::isDoneWhenTheBranchIsThere()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    addHook(u"pre-receive"_s, "exit 1\n");
    QCOMPARE(mirror().push(commit, m_never), false);
    QCOMPARE(remoteHead(), commit);
}

void tst_MirrorPush::refusesWhenTheBranchIsAhead()
{
    const QString commit = m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    m_repository->commit();
    const QString head = m_repository->commit();
    m_repository->push(); // the mirror does not have these yet
    const auto pushed = mirror().push(commit, m_never);
    COMPARE_ERROR(pushed, ErrorCode::Conflict);
    QVERIFY2(pushed.error().text().contains("main is ahead of it by 2 commits (at %1)"_L1.arg(head)),
             qPrintable(pushed.error().text()));
    QCOMPARE(remoteHead(), head);
}

void tst_MirrorPush::refusesWhenTheBranchHasDiverged()
{
    const QString base = m_repository->commit(u"base"_s);
    const QString commit = commitOnBranch(u"release"_s);
    m_repository->git({u"reset"_s, u"--quiet"_s, u"--hard"_s, base});
    const QString head = m_repository->commit(u"hotfix"_s);
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto pushed = mirror().push(commit, m_never);
    COMPARE_ERROR(pushed, ErrorCode::Conflict);
    QVERIFY2(pushed.error().text().contains("main (at %1) has diverged at %2, by 1 commit"_L1.arg(head, base)),
             qPrintable(pushed.error().text()));
    QCOMPARE(remoteHead(), head);
}

void tst_MirrorPush::refusesUnrelatedHistory()
{
    const QString commit = commitOnBranch(u"release"_s);
    m_repository->git({u"checkout"_s, u"--quiet"_s, u"--orphan"_s, u"other"_s});
    const QString head = m_repository->commit(u"unrelated"_s);
    m_repository->push();
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    const auto pushed = mirror().push(commit, m_never);
    COMPARE_ERROR(pushed, ErrorCode::Conflict);
    QVERIFY2(pushed.error().text().contains("no history in common"_L1), qPrintable(pushed.error().text()));
    QCOMPARE(remoteHead(), head);
}

void tst_MirrorPush::losesARace()
{
    const QString base = m_repository->commit(u"base"_s);
    m_repository->push();
    const QString commit = commitOnBranch(u"release"_s);
    m_repository->git({u"reset"_s, u"--quiet"_s, u"--hard"_s, base});
    const QString faster = commitOnBranch(u"faster"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    // Somebody else's push ends while the server looks at ours.
    addHook(u"pre-receive"_s,
            "unset GIT_QUARANTINE_PATH\ngit update-ref refs/heads/main " + faster.toLatin1() + "\nrm \"$0\"\n");
    const auto pushed = mirror().push(commit, m_never);
    COMPARE_ERROR(pushed, ErrorCode::Conflict);
    QVERIFY2(pushed.error().text().contains("has diverged at "_L1 + base), qPrintable(pushed.error().text()));
    QCOMPARE(remoteHead(), faster);
}

void tst_MirrorPush::respectsTheServersRules()
{
    m_repository->commit();
    m_repository->push();
    const QString commit = commitOnBranch(u"release"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    addHook(u"update"_s, "echo 'protected branch' >&2\nexit 1\n");
    const auto pushed = mirror().push(commit, m_never);
    COMPARE_ERROR(pushed, ErrorCode::Refused);
    QVERIFY2(pushed.error().text().contains("hook declined"_L1), qPrintable(pushed.error().text()));
    QVERIFY2(pushed.error().text().contains("protected branch"_L1), qPrintable(pushed.error().text()));
}

void tst_MirrorPush::pushesNothingElse()
{
    m_repository->commit();
    const QString commit = commitOnBranch(u"release"_s);
    VERIFY_RESULT(mirror().resolve(commit, m_never));
    QFile global(m_folder->filePath(u"gitconfig"_s));
    QVERIFY(global.open(QIODevice::WriteOnly));
    global.write("[push]\n\tfollowTags = true\n\tgpgSign = true\n\tpushOption = x\n\tdefault = matching\n");
    global.close();
    m_repository->git({"--git-dir="_L1 + m_folder->filePath(u"mirror.git"_s), u"tag"_s, u"--annotate"_s,
                       u"--message=x"_s, u"local"_s, commit});
    VERIFY_RESULT(mirror().push(commit, m_never));
    QCOMPARE(GitRepository::text(m_repository->inRemote({u"for-each-ref"_s, u"--format=%(refname)"_s})),
             u"refs/heads/main\nrefs/heads/release"_s);
}

void tst_MirrorPush::refusesUnknownCommits()
{
    m_repository->commit();
    m_repository->push();
    VERIFY_RESULT(mirror().fetch(m_never));
    COMPARE_ERROR(mirror().push(QString(40, u'a'), m_never), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(tst_MirrorPush)
#include "tst_mirrorpush.moc"
