// SPDX-License-Identifier: Apache-2.0
#include "process/process.h"

#include "support/resultchecks.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using process::Channel;
using process::Command;
using process::Outcome;

namespace {

Command shell(const QString &script)
{
    return {.program = u"sh"_s, .arguments = {u"-c"_s, script}, .environment = process::baseEnvironment()};
}

int openDescriptors()
{
    return int(QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

bool isRunning(const QByteArray &pid)
{
    QFile status(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid.trimmed())));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray content = status.readAll();
    return content.mid(content.lastIndexOf(')') + 2, 1) != "Z";
}

} // namespace

/// Requests a stop once the child has written its first line.
struct StopAtFirstLine {
    std::stop_source source;
    std::jthread requester;
    QByteArray line;

    void operator()(const QByteArray &text)
    {
        if (!line.isEmpty())
            return;
        line = text;
        requester = std::jthread([this] { source.request_stop(); });
    }
};

class TestProcess : public QObject {
    Q_OBJECT

private slots:
    void keepsChannelsAndExitCode()
    {
        const auto outcome = process::run(shell(u"echo out; echo err >&2; exit 7"_s), {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "out\n");
        QCOMPARE(outcome->errors, "err\n");
        QCOMPARE(outcome->exitCode, 7);
        QVERIFY(!outcome->truncated);
    }

    void reportsASignalAsExitCode()
    {
        const auto outcome = process::run(shell(u"kill -SEGV $$"_s), {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->exitCode, 128 + SIGSEGV);
    }

    void missingProgram()
    {
        Command command{.program = u"no-such-program"_s, .environment = process::baseEnvironment()};
        COMPARE_ERROR(process::run(command, {}), ErrorCode::ToolMissing);
        command.program = u"/no/such/program"_s;
        COMPARE_ERROR(process::run(command, {}), ErrorCode::ToolMissing);
        command = {.program = u"sh"_s}; // no PATH at all
        COMPARE_ERROR(process::run(command, {}), ErrorCode::ToolMissing);
    }

    void missingInterpreter()
    {
        QTemporaryDir folder;
        QFile script(folder.filePath(u"tool"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/no/such/interpreter\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        const auto outcome = process::run({.program = script.fileName()}, {});
        COMPARE_ERROR(outcome, ErrorCode::ToolMissing);
        QVERIFY(outcome.error().message.contains(script.fileName()));
    }

    void missingWorkingDirectory()
    {
        Command command = shell(u"true"_s);
        command.workingDirectory = u"/no/such/folder"_s;
        const auto outcome = process::run(command, {});
        COMPARE_ERROR(outcome, ErrorCode::Storage);
        QVERIFY(outcome.error().message.contains(u"/no/such/folder"_s));
    }

    void inputIsReadToItsEnd()
    {
        Command command = shell(u"cat"_s);
        command.input = QByteArray(3'000'000, 'x');
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, command.input);
        VERIFY_RESULT(process::run(shell(u"cat"_s), {})); // no input: at its end at once
    }

    void inputThatNobodyReads()
    {
        Command command = shell(u"exit 3"_s);
        command.input = QByteArray(3'000'000, 'x');
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->exitCode, 3);
    }

    void descriptorsCanBeReadAgainAndAgain()
    {
        Command command = shell(u"cat /dev/fd/3 /dev/fd/3 /dev/fd/9; cat <&9; echo x >/dev/fd/3 || true"_s);
        command.descriptors = {{3, "three "}, {9, "nine "}};
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "three three nine nine ");
    }

    void nothingElseIsInherited()
    {
        const int leaked = dup(STDOUT_FILENO); // not close-on-exec
        qputenv("PLANTED_MARKER", "secret");
        Command command = shell(u"ls /proc/self/fd; env"_s);
        command.descriptors = {{3, "x"}};
        const auto outcome = process::run(command, {});
        close(leaked);
        VERIFY_RESULT(outcome);
        QVERIFY(!outcome->output.contains("PLANTED_MARKER"));
        const QByteArrayList lines = outcome->output.split('\n');
        QCOMPARE(lines.mid(0, 5), (QByteArrayList{"0", "1", "2", "3", "4"})); // 4 is ls reading the folder
        QVERIFY(lines[5].startsWith("LANG") || !lines[5].at(0) || !QChar::isDigit(uchar(lines[5].at(0))));
    }

    void signalsAreBackToNormal()
    {
        const auto previous = std::signal(SIGPIPE, SIG_IGN);
        const auto outcome = process::run(shell(u"kill -PIPE $$; echo survived"_s), {});
        std::signal(SIGPIPE, previous);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->exitCode, 128 + SIGPIPE);
    }

    void boundsOutputKeepingBothEnds()
    {
        Command command = shell(u"echo first; head -c 50000000 /dev/zero | tr '\\0' a; echo; echo last"_s);
        command.outputLimit = 10'000;
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QVERIFY(outcome->truncated);
        QVERIFY(outcome->output.startsWith("first\naaa"));
        QVERIFY(outcome->output.endsWith("aaa\nlast\n"));
        QVERIFY(outcome->output.contains("\n[... 49990012 bytes left out ...]\n"));
        QVERIFY(outcome->output.size() < 10'100);
    }

    void streamsOutputWithoutKeepingIt()
    {
        Command command = shell(u"head -c 9000000 /dev/zero; echo err >&2"_s);
        qsizetype size = 0;
        command.onOutput = [&](const QByteArray &data) { size += data.size(); };
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QCOMPARE(size, 9'000'000);
        QVERIFY(outcome->output.isEmpty());
        QCOMPARE(outcome->errors, "err\n");
    }

    void handsOverLines()
    {
        Command command = shell(u"printf 'um\\r\\ndois\\n\\nn\\303'; sleep 0.05; printf '\\243o'; echo mal >&2"_s);
        QList<QPair<Channel, QByteArray>> lines;
        command.onLine = [&](Channel channel, const QByteArray &line) { lines << qMakePair(channel, line); };
        VERIFY_RESULT(process::run(command, {}));
        const QPair<Channel, QByteArray> complaint{Channel::Errors, "mal"};
        QVERIFY(lines.contains(complaint));
        lines.removeAll(complaint);
        QCOMPARE(lines,
                 (QList<QPair<Channel, QByteArray>>{{Channel::Output, "um"},
                                                    {Channel::Output, "dois"},
                                                    {Channel::Output, ""},
                                                    {Channel::Output, "n\303\243o"}}));
    }

    void timeLimitEndsTheWholeGroup()
    {
        Command command = shell(u"sh -c 'echo $$; while :; do :; done' & wait"_s);
        command.timeLimit = 300ms;
        QByteArray grandchild;
        command.onLine = [&](Channel, const QByteArray &line) { grandchild = line; };
        COMPARE_ERROR(process::run(command, {}), ErrorCode::TimedOut);
        QVERIFY(!grandchild.isEmpty());
        QTRY_VERIFY(!isRunning(grandchild));
    }

    void aChildThatIgnoresTermIsKilled()
    {
        Command command = shell(u"trap '' TERM; echo $$; while :; do sleep 0.1; done"_s);
        StopAtFirstLine stopper;
        command.onLine = [&](Channel, const QByteArray &line) { stopper(line); };
        COMPARE_ERROR(process::run(command, stopper.source.get_token()), ErrorCode::Cancelled);
        QVERIFY(!isRunning(stopper.line));
    }

    void aChildMayEndInOrderAfterTerm()
    {
        QTemporaryDir folder;
        Command command = shell(u"trap 'touch cleaned; exit 0' TERM; echo ready; while :; do sleep 0.01; done"_s);
        command.workingDirectory = folder.path();
        StopAtFirstLine stopper;
        command.onLine = [&](Channel, const QByteArray &line) { stopper(line); };
        COMPARE_ERROR(process::run(command, stopper.source.get_token()), ErrorCode::Cancelled);
        QVERIFY(QFile::exists(folder.filePath(u"cleaned"_s)));
    }

    void stopRequestedBeforeTheStart()
    {
        std::stop_source source;
        source.request_stop();
        QTemporaryDir folder;
        Command command = shell(u"touch started"_s);
        command.workingDirectory = folder.path();
        COMPARE_ERROR(process::run(command, source.get_token()), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(folder.filePath(u"started"_s)));
    }

    void aBackgroundProcessWithThePipeIsEnded()
    {
        const auto outcome = process::run(shell(u"sleep 1000 & echo $!"_s), {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->exitCode, 0);
        QTRY_VERIFY(!isRunning(outcome->output));
    }

    void aProcessThatLeftTheGroupDoesNotHoldUs()
    {
        const auto outcome = process::run(shell(u"setsid sh -c 'echo $$; exec sleep 1000' & sleep 0.2"_s), {});
        VERIFY_RESULT(outcome);
        QVERIFY(isRunning(outcome->output));
        kill(outcome->output.trimmed().toInt(), SIGKILL);
    }

    void runsAsAnotherUser()
    {
        if (geteuid() != 0)
            QSKIP("needs root to become another user");
        Command command = shell(u"id -u; id -g; id -G; cat /dev/fd/3"_s);
        command.user = process::User{65534, 65534};
        command.descriptors = {{3, "readable"}};
        const auto outcome = process::run(command, {});
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->output, "65534\n65534\n65534\nreadable");
    }

    void leavesNoDescriptorAndNoZombie()
    {
        VERIFY_RESULT(process::run(shell(u"true"_s), {}));
        const int before = openDescriptors();
        std::vector<std::jthread> threads;
        std::atomic<int> good = 0;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&good] {
                for (int round = 0; round < 25; ++round) {
                    Command command = shell(u"echo x; sleep 1000 &"_s);
                    command.descriptors = {{3, "x"}};
                    good += process::run(command, {}).has_value() ? 1 : 0;
                    process::run({.program = u"/no/such/program"_s}, {});
                }
            });
        threads.clear();
        QCOMPARE(good.load(), 100);
        QCOMPARE(openDescriptors(), before);
        QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1); // no child, dead or alive
        QCOMPARE(errno, ECHILD);
    }

    void baseEnvironmentHoldsOnlyWhatIsAllowed()
    {
        QProcessEnvironment from;
        for (const auto &name : {u"PATH"_s, u"LANG"_s, u"LC_ALL"_s, u"TZ"_s, u"HOME"_s, u"SSH_AUTH_SOCK"_s,
                                 u"DBUS_SESSION_BUS_ADDRESS"_s, u"NPM_TOKEN"_s, u"LD_PRELOAD"_s})
            from.insert(name, u"x"_s);
        QCOMPARE(process::baseEnvironment({}, from).keys(), (QStringList{u"LANG"_s, u"LC_ALL"_s, u"PATH"_s, u"TZ"_s}));
        QCOMPARE(process::baseEnvironment({u"HOME"_s}, from).keys(),
                 (QStringList{u"HOME"_s, u"LANG"_s, u"LC_ALL"_s, u"PATH"_s, u"TZ"_s}));
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
