// SPDX-License-Identifier: Apache-2.0
#include "process/sandbox.h"

#include "support/resultchecks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pipeline;
using process::Command;
using process::Outcome;
using process::Sandbox;
using process::View;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

Result<Outcome> runConfined(const Sandbox &sandbox, const QString &script, const View &view, const QString &folder = {})
{
    const Command command{.program = u"/bin/sh"_s,
                          .arguments = {u"-c"_s, script},
                          .workingDirectory = folder,
                          .environment = process::baseEnvironment()};
    const auto confined = sandbox.confine(command, view);
    return confined ? process::run(*confined, {}) : Result<Outcome>(fail(confined.error()));
}

} // namespace

class TestSandbox : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Sandbox bubblewrap() const { return Sandbox(Sandbox::Kind::Bubblewrap); }

private slots:
    void init()
    {
        if (const QByteArray test = QTest::currentTestFunction();
            test.startsWith("bubblewrap") && Sandbox::detect().kind() != Sandbox::Kind::Bubblewrap)
            QSKIP(qPrintable(Sandbox::detect().warning()));
    }

    void detectsAndSaysWhatIsWeaker()
    {
        const Sandbox sandbox = Sandbox::detect();
        QVERIFY(!sandbox.description().isEmpty());
        QCOMPARE(sandbox.warning().isEmpty(), sandbox.kind() == Sandbox::Kind::Bubblewrap);
        QVERIFY(Sandbox(Sandbox::Kind::None, u"why"_s).warning().contains(u"(why)"_s));
        QVERIFY(Sandbox(Sandbox::Kind::OwnUser).warning().contains(u"network"_s));
    }

    void detectsThatBubblewrapIsMissing()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toLocal8Bit());
        const Sandbox sandbox = Sandbox::detect();
        qputenv("PATH", path);
        QVERIFY(sandbox.kind() != Sandbox::Kind::Bubblewrap);
        QVERIFY(sandbox.warning().contains(u"not installed"_s));
    }

    void detectsThatBubblewrapDoesNotWork()
    {
        QTemporaryDir tools;
        write(tools.filePath(u"bwrap"_s), "#!/bin/sh\necho no namespaces >&2\nexit 1\n");
        QFile::setPermissions(tools.filePath(u"bwrap"_s), QFile::ReadOwner | QFile::ExeOwner);
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", tools.path().toLocal8Bit());
        const Sandbox sandbox = Sandbox::detect();
        qputenv("PATH", path);
        QVERIFY(sandbox.kind() != Sandbox::Kind::Bubblewrap);
        QVERIFY(sandbox.warning().contains(u"no namespaces"_s));
    }

    void bubblewrapShowsOnlyTheView()
    {
        QTemporaryDir shown;
        QTemporaryDir hidden;
        write(shown.filePath(u"in"_s), "seen");
        write(hidden.filePath(u"in"_s), "secret");
        const auto outcome = runConfined(
            bubblewrap(),
            u"cat in; echo made > out; cat %1/in; ls -A /home /root /run /var /etc/ssl/private"_s.arg(hidden.path()),
            {.writable = {shown.path()}}, shown.path());
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "seen");
        QCOMPARE(contentOf(shown.filePath(u"out"_s)), "made\n");
        QCOMPARE(outcome->errors.count("No such file"), 6);
    }

    void bubblewrapKeepsReadOnlyWhatIsReadOnly()
    {
        QTemporaryDir folder;
        QTemporaryDir source;
        write(source.filePath(u"module"_s), "cached");
        QVERIFY(QDir(folder.path()).mkdir(u"mounted"_s));
        const auto outcome = runConfined(
            bubblewrap(),
            u"cat mounted/module; echo x > mounted/module; echo x > new; echo x > /usr/new;"
            "rm -rf mounted/module; mount -o remount,rw mounted"_s,
            {.readOnly = {folder.path()}, .mounts = {{source.path(), folder.filePath(u"mounted"_s)}}}, folder.path());
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "cached");
        QCOMPARE(contentOf(source.filePath(u"module"_s)), "cached");
        QVERIFY(!QFile::exists(folder.filePath(u"new"_s)));
        QVERIFY(outcome->exitCode != 0);
    }

    void bubblewrapHidesProcessesUsersAndNetwork()
    {
        const View view{.writable = {m_folder.path()}};
        const auto outcome = runConfined(
            bubblewrap(),
            u"ls -d /proc/[0-9]* | wc -l; id -un; grep -c : /proc/net/dev; cat /proc/self/status | grep CapEff"_s,
            view);
        VERIFY_RESULT(outcome);
        const QByteArrayList lines = outcome->output.split('\n');
        QVERIFY2(lines[0].toInt() <= 4, outcome->output); // its init, the shell, ls and wc
        QCOMPARE(lines[1], "sandbox");
        QCOMPARE(lines[2], "1"); // loopback
        QCOMPARE(lines[3], "CapEff:\t0000000000000000");
    }

    void bubblewrapGivesTheNetworkWhenAsked()
    {
        const auto outcome = runConfined(bubblewrap(), u"cat /proc/net/dev; cat /etc/hosts"_s, {.network = true});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output.count(':'), (contentOf(u"/proc/net/dev"_s) + contentOf(u"/etc/hosts"_s)).count(':'));
    }

    void bubblewrapEndsWithItsLeader()
    {
        QTemporaryDir folder;
        std::stop_source source;
        Command command{.program = u"/bin/sh"_s,
                        .arguments = {u"-c"_s,
                                      u"setsid sh -c 'trap \"\" TERM; while :; do touch alive; sleep 0.05; done' & "
                                      "while ! test -e alive; do sleep 0.01; done; echo up; sleep 1000"_s},
                        .workingDirectory = folder.path(),
                        .environment = process::baseEnvironment()};
        command.onLine = [&](process::Channel, const QByteArray &) { source.request_stop(); };
        const auto confined = bubblewrap().confine(command, {.writable = {folder.path()}});
        VERIFY_RESULT(confined);
        COMPARE_ERROR(process::run(*confined, source.get_token()), ErrorCode::Cancelled);
        // Whoever was left would make the file again.
        QTRY_VERIFY(QFile::remove(folder.filePath(u"alive"_s)) || !QFile::exists(folder.filePath(u"alive"_s)));
        QTest::qWait(200);
        QVERIFY(!QFile::exists(folder.filePath(u"alive"_s)));
    }

    void ownUserOwnsWhatItMayWrite()
    {
        if (geteuid() != 0)
            QSKIP("needs root to become another user");
        QTemporaryDir folder;
        QTemporaryDir hidden; // 0700
        write(folder.filePath(u"in"_s), "seen");
        QFile::link(hidden.path(), folder.filePath(u"link"_s));
        const Sandbox sandbox(Sandbox::Kind::OwnUser);
        const auto outcome = runConfined(sandbox, u"id -u; cat in; echo made > out; ls %1"_s.arg(hidden.path()),
                                         {.writable = {folder.path()}}, folder.path());
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "65534\nseen");
        QCOMPARE(contentOf(folder.filePath(u"out"_s)), "made\n");
        QVERIFY(outcome->errors.contains("Permission denied"));
        QCOMPARE(QFileInfo(hidden.path()).ownerId(), 0U); // the link was given away, not its target

        VERIFY_RESULT(sandbox.reclaim(folder.path()));
        QCOMPARE(QFileInfo(folder.filePath(u"out"_s)).ownerId(), 0U);
    }

    void noneChangesNothing()
    {
        const Command command{.program = u"/bin/sh"_s, .arguments = {u"-c"_s, u"true"_s}};
        const auto confined = Sandbox(Sandbox::Kind::None).confine(command, {.writable = {u"/x"_s}});
        VERIFY_RESULT(confined);
        QCOMPARE(confined->program, command.program);
        QCOMPARE(confined->arguments, command.arguments);
        QVERIFY(!confined->user);
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
