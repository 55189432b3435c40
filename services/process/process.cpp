// SPDX-License-Identifier: Apache-2.0
#include "process.h"

#include "outputbuffer.h"
#include "spawn.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <limits>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace pipeline::process {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto graceAfterTerm = std::chrono::seconds(2);

/// Reads what is there now; the descriptor is closed at the end of the stream.
template<class Receiver>
void drain(FileDescriptor &channel, const Receiver &receive)
{
    // Bounded, for a writer that left the group might never stop.
    for (int round = 0; channel.isOpen() && round < 32; ++round) {
        QByteArray data(64 * 1024, Qt::Uninitialized);
        const ssize_t count = read(channel.number(), data.data(), size_t(data.size()));
        if (count > 0) {
            data.truncate(count);
            receive(data);
        } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
            channel.close();
        } else if (errno == EAGAIN) {
            return;
        }
    }
}

int millisecondsUntil(Clock::time_point time)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

int reap(pid_t pid)
{
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

OutputBuffer::LineHandler lineHandler(const Command &command, Channel channel)
{
    if (!command.onLine)
        return {};
    return [&command, channel](const QByteArray &line) { command.onLine(channel, line); };
}

QString inSeconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000);
}

} // namespace

Result<Outcome> run(const Command &command, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"%1 was not started"_s.arg(command.program), u"cancelled"_s);
    const FileDescriptor stopped(eventfd(0, EFD_CLOEXEC));
    if (!stopped.isOpen())
        return fail(ErrorCode::Internal, u"%1 could not be started"_s.arg(command.program), u"too many open files"_s);
    Result<Child> child = spawn(command);
    if (!child)
        return fail(child.error());
    const std::stop_callback wake(stop, [&stopped] { eventfd_write(stopped.number(), 1); });

    OutputBuffer output(command.outputLimit, lineHandler(command, Channel::Output));
    OutputBuffer errors(command.outputLimit, lineHandler(command, Channel::Errors));
    const auto drainBoth = [&] {
        drain(child->output, [&](const QByteArray &data) {
            if (command.onOutput)
                command.onOutput(data);
            else
                output.append(data);
        });
        drain(child->errors, [&](const QByteArray &data) { errors.append(data); });
    };

    const Clock::time_point limit = Clock::now() + command.timeLimit;
    std::optional<Clock::time_point> killAt;
    bool timedOut = false;
    while (true) {
        std::array<pollfd, 4> events{{{child->ended.number(), POLLIN, 0},
                                      {child->output.number(), POLLIN, 0},
                                      {child->errors.number(), POLLIN, 0},
                                      {killAt ? -1 : stopped.number(), POLLIN, 0}}};
        poll(events.data(), events.size(), millisecondsUntil(killAt.value_or(limit)));
        drainBoth();
        if (events[0].revents != 0)
            break;
        if (killAt && Clock::now() >= *killAt) {
            kill(-child->pid, SIGKILL);
            break;
        }
        if (!killAt && (stop.stop_requested() || Clock::now() >= limit)) {
            timedOut = !stop.stop_requested();
            killAt = Clock::now() + graceAfterTerm;
            kill(-child->pid, SIGTERM);
        }
    }
    // The leader is not reaped yet, so its number still names this group and no other.
    kill(-child->pid, SIGKILL);
    const int exitCode = reap(child->pid);
    drainBoth();
    output.finish();
    errors.finish();

    if (timedOut)
        return fail(ErrorCode::TimedOut,
                    u"%1 did not end within %2 s"_s.arg(command.program, inSeconds(command.timeLimit)),
                    QString::fromUtf8(errors.content().right(2000)).trimmed());
    if (killAt)
        return fail(ErrorCode::Cancelled, u"%1 was stopped"_s.arg(command.program), u"cancelled"_s);
    return Outcome{exitCode, output.content(), errors.content(), output.isTruncated() || errors.isTruncated()};
}

QProcessEnvironment baseEnvironment(const QStringList &more, const QProcessEnvironment &from)
{
    static const QStringList allowed{u"PATH"_s, u"LANG"_s, u"LANGUAGE"_s, u"TZ"_s};
    QProcessEnvironment environment;
    for (const QString &name : from.keys())
        if (allowed.contains(name) || name.startsWith("LC_"_L1) || more.contains(name))
            environment.insert(name, from.value(name));
    return environment;
}

} // namespace pipeline::process
