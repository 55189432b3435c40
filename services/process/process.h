// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

#include <sys/types.h>

namespace pipeline::process {

enum class Channel { Output, Errors };

/// An account of this system, by number.
struct User {
    uid_t user = 0;
    gid_t group = 0;
};

/// A child process to run, with everything that it may see and use.
struct Command {
    QString program; ///< a name to look up in the environment's PATH, or an absolute path
    QStringList arguments = {}; ///< never a secret: every user of the machine can read them
    QString workingDirectory = {};
    QProcessEnvironment environment = {}; ///< exactly this; nothing is inherited
    QByteArray input = {}; ///< read from standard input, which then is at its end
    QMap<int, QByteArray> descriptors = {}; ///< file descriptors (3 and up) that the child reads these bytes from
    std::optional<User> user = {}; ///< root may run the child as somebody else, without supplementary groups
    std::chrono::milliseconds timeLimit = std::chrono::minutes(1);
    qsizetype outputLimit = 4 * 1024 * 1024; ///< bytes kept of each channel: the first and the last half
    std::function<void(Channel, const QByteArray &line)> onLine = {}; ///< called as lines arrive, without their end
    std::function<void(const QByteArray &data)> onOutput = {}; ///< takes standard output as it comes; none is kept then
};

/// How a child process ended by itself.
struct Outcome {
    int exitCode = 0; ///< 128 + signal when a signal ended it
    QByteArray output;
    QByteArray errors;
    bool truncated = false; ///< a channel passed the limit; a line in its middle says how many bytes are left out
};

/// Runs \a command in a process group of its own and waits for it. It needs no event loop.
///
/// The group gets TERM, and KILL two seconds later, when the time limit passes or \a stop is requested; what is left
/// of it when its leader ends gets KILL at once. Only a process that leaves the group (setsid) can outlive the call,
/// and even then the call does not wait for it. The leader gets KILL when this program dies. Errors: ToolMissing,
/// TimedOut, Cancelled, Storage (working directory), Internal (no more processes or descriptors). An exit code other
/// than 0 is an outcome, not an error.
Result<Outcome> run(const Command &command, std::stop_token stop);

/// The variables of \a from that any child may have: PATH, language, time zone; and those named in \a more.
QProcessEnvironment baseEnvironment(const QStringList &more = {},
                                    const QProcessEnvironment &from = QProcessEnvironment::systemEnvironment());

} // namespace pipeline::process
