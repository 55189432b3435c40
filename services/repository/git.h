// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror.h"

#include "process/process.h"

#include <functional>

namespace pipeline::repository {

/// One call of git.
struct GitCall {
    QString purpose; ///< what could not be done when it fails: "artefatos could not be fetched"
    QStringList arguments;
    bool remote = false; ///< it talks to the remote, and so gets the token
    QByteArray input = {};
    std::chrono::milliseconds timeLimit = std::chrono::minutes(1);
    qsizetype outputLimit = 64 * 1024 * 1024;
    std::function<void(const QByteArray &data)> onOutput = {};
    QString workTree = {}; ///< of a repository that has one
};

/// Runs git on its own folder, a mirror's or a clone's, without hooks, prompts and variables that could lead it
/// elsewhere.
class Git {
public:
    using Clock = std::chrono::steady_clock;

    /// No call runs longer than \a deadline.
    Git(const Remote &remote, QString folder, Clock::time_point deadline = Clock::time_point::max())
        : m_remote(remote), m_folder(std::move(folder)), m_deadline(deadline)
    {}

    /// Where the repository around \a folder is: the absolute path of git's own folder in the first line, that of
    /// \a folder within its tree in the second. Any exit code is an outcome.
    static Result<process::Outcome> find(const QString &folder, std::stop_token stop);

    const Remote &remote() const { return m_remote; }
    const QString &folder() const { return m_folder; }
    Clock::time_point deadline() const { return m_deadline; }

    /// The remote's address for git: with a token its user goes with that, or curl would try it without a password
    /// first.
    QString url() const;

    /// Standard output; an exit code other than 0 is an error that git's words explain.
    Result<QByteArray> output(const GitCall &call, std::stop_token stop) const;

    /// Any exit code is an outcome.
    Result<process::Outcome> run(const GitCall &call, std::stop_token stop) const;

    /// The error that an outcome of \a call stands for.
    Error explain(const GitCall &call, const process::Outcome &outcome) const;

private:
    Result<QProcessEnvironment> environment(bool remote, std::stop_token stop) const;
    std::chrono::milliseconds withinDeadline(std::chrono::milliseconds limit) const;
    bool hasTokenForHttp() const;
    Result<void> addToken(process::Command &command) const;

    const Remote &m_remote;
    const QString m_folder;
    const Clock::time_point m_deadline;
};

} // namespace pipeline::repository
