// SPDX-License-Identifier: Apache-2.0
#include "spawn.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace pipeline::process {

namespace {

enum class Step : int { WorkingDirectory, User, Execute };

/// What the child reports when it could not become the program.
struct Failure {
    Step step;
    int number;
};

/// Everything that the child needs between fork and exec, where it must not allocate memory.
struct Plan {
    std::vector<char *> arguments;
    std::vector<char *> environment;
    QByteArray program;
    QByteArray folder;
    std::optional<User> user;
    std::vector<std::pair<int, int>> descriptors; ///< ours → the child's
    int firstFree = 3; ///< above all numbers that the child uses
    int report = -1;
    pid_t parent = getpid();
};

QString systemMessage(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

tl::unexpected<Error> systemFailure(const QString &program, int number)
{
    return fail(ErrorCode::Internal, u"%1 could not be started"_s.arg(program), systemMessage(number),
                u"Close other programs or raise the limits on processes and open files"_s);
}

/// A sealed file in memory: it needs no writer that could block, and the child may open it again and again.
FileDescriptor memoryFile(const QByteArray &bytes)
{
    FileDescriptor file(memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    qsizetype written = 0;
    while (file.isOpen() && written < bytes.size()) {
        const ssize_t count = write(file.number(), bytes.constData() + written, size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return {};
        written += count;
    }
    if (file.isOpen()) {
        lseek(file.number(), 0, SEEK_SET);
        fcntl(file.number(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL);
    }
    return file;
}

bool makePipe(FileDescriptor &readEnd, FileDescriptor &writeEnd)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    readEnd = FileDescriptor(ends[0]);
    writeEnd = FileDescriptor(ends[1]);
    return true;
}

/// The child's side; only calls that are safe after fork in a program with threads.
[[noreturn]] void becomeProgram(Plan &plan)
{
    const int report = fcntl(plan.report, F_DUPFD_CLOEXEC, plan.firstFree);
    const auto giveUp = [report](Step step) {
        const Failure failure{step, errno};
        [[maybe_unused]] const ssize_t written = write(report, &failure, sizeof failure);
        _exit(127);
    };
    setpgid(0, 0);
    // First above all targets, then down: no target is overwritten before it was read.
    for (auto &[source, target] : plan.descriptors)
        source = fcntl(source, F_DUPFD_CLOEXEC, plan.firstFree);
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    for (const auto &[source, target] : plan.descriptors)
        if (dup2(source, target) < 0)
            giveUp(Step::Execute);

    if (plan.user
        && (setgroups(0, nullptr) != 0 || setresgid(plan.user->group, plan.user->group, plan.user->group) != 0
            || setresuid(plan.user->user, plan.user->user, plan.user->user) != 0))
        giveUp(Step::User);
    // Not before: a change of user clears it. The thread that forked waits for us, so its end is our caller's end.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != plan.parent)
        _exit(127);
    if (!plan.folder.isEmpty() && chdir(plan.folder.constData()) != 0)
        giveUp(Step::WorkingDirectory);

    for (int number = 1; number < NSIG; ++number)
        std::signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    execve(plan.program.constData(), plan.arguments.data(), plan.environment.data());
    giveUp(Step::Execute);
    _exit(127);
}

/// Forks with all signals blocked, so that no handler of ours runs in the child.
pid_t forkInto(Plan &plan)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = fork();
    if (pid == 0)
        becomeProgram(plan);
    const int error = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return pid;
}

std::vector<char *> pointers(QByteArrayList &strings)
{
    std::vector<char *> result;
    for (QByteArray &string : strings)
        result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

tl::unexpected<Error> explain(const Command &command, const Failure &failure)
{
    switch (failure.step) {
    case Step::WorkingDirectory:
        return fail(ErrorCode::Storage, u"%1 could not be run in %2"_s.arg(command.program, command.workingDirectory),
                    systemMessage(failure.number),
                    u"Check that the folder exists and that the child's user may enter it"_s);
    case Step::User:
        return fail(ErrorCode::Internal,
                    u"%1 could not be run as user %2"_s.arg(command.program).arg(command.user->user),
                    systemMessage(failure.number));
    case Step::Execute:
        break;
    }
    if (failure.number == EAGAIN || failure.number == ENOMEM || failure.number == E2BIG || failure.number == EBADF
        || failure.number == EMFILE)
        return systemFailure(command.program, failure.number);
    return fail(ErrorCode::ToolMissing, u"%1 cannot be run"_s.arg(command.program), systemMessage(failure.number),
                u"Install it again, or check its permissions and the interpreter in its first line"_s);
}

QString findProgram(const Command &command)
{
    if (command.program.contains(u'/'))
        return command.program;
    const QStringList folders = command.environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(command.program, folders);
}

} // namespace

Result<Child> spawn(const Command &command)
{
    const QString program = findProgram(command);
    if (program.isEmpty())
        return fail(ErrorCode::ToolMissing, u"%1 is not installed"_s.arg(command.program),
                    u"it is in no folder of PATH"_s, u"Install it, or add its folder to PATH"_s);

    Plan plan;
    plan.program = QFile::encodeName(program);
    plan.folder = QFile::encodeName(command.workingDirectory);
    plan.user = command.user;
    QByteArrayList arguments{QFile::encodeName(command.program)};
    for (const QString &argument : command.arguments)
        arguments << QFile::encodeName(argument);
    plan.arguments = pointers(arguments);
    QByteArrayList environment;
    for (const QString &variable : command.environment.toStringList())
        environment << QFile::encodeName(variable);
    plan.environment = pointers(environment);

    Child child;
    FileDescriptor outputEnd;
    FileDescriptor errorsEnd;
    FileDescriptor report;
    FileDescriptor reportEnd;
    std::vector<FileDescriptor> files;
    files.push_back(memoryFile(command.input));
    plan.descriptors.emplace_back(files.back().number(), STDIN_FILENO);
    for (auto it = command.descriptors.begin(); it != command.descriptors.end(); ++it) {
        files.push_back(memoryFile(it.value()));
        plan.descriptors.emplace_back(files.back().number(), it.key());
        plan.firstFree = qMax(plan.firstFree, it.key() + 1);
    }
    const bool ready = std::all_of(files.begin(), files.end(), [](const auto &file) { return file.isOpen(); })
        && makePipe(child.output, outputEnd) && makePipe(child.errors, errorsEnd) && makePipe(report, reportEnd);
    if (!ready)
        return systemFailure(command.program, errno);
    plan.descriptors.emplace_back(outputEnd.number(), STDOUT_FILENO);
    plan.descriptors.emplace_back(errorsEnd.number(), STDERR_FILENO);
    plan.report = reportEnd.number();

    child.pid = forkInto(plan);
    if (child.pid < 0)
        return systemFailure(command.program, errno);
    reportEnd.close();
    Failure failure{};
    ssize_t count = 0;
    do // ends with exec, which closes the other end
        count = read(report.number(), &failure, sizeof failure);
    while (count < 0 && errno == EINTR);
    if (count == 0)
        child.ended = FileDescriptor(int(syscall(SYS_pidfd_open, child.pid, 0)));
    if (!child.ended.isOpen()) {
        const int error = errno;
        kill(-child.pid, SIGKILL);
        waitpid(child.pid, nullptr, 0);
        return count > 0 ? explain(command, failure) : systemFailure(command.program, error);
    }
    fcntl(child.output.number(), F_SETFL, O_NONBLOCK);
    fcntl(child.errors.number(), F_SETFL, O_NONBLOCK);
    return child;
}

} // namespace pipeline::process
