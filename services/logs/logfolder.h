// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/finding.h"

#include <QDate>
#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace pipeline::logs {

/// What is written, and how much of it is kept.
struct Limits {
    Severity detail = Severity::Info; ///< what is less severe is not written
    int days = 14;
    qint64 bytes = 200'000'000; ///< of all files; the oldest go first, and today's grows no further
};

/// A program's log as files for people: one for each day, in a folder that does not grow for ever.
///
/// May be used from any thread. Lines are written by a thread of its own, so that nobody waits for a disk; what cannot
/// be written is dropped, for a log must not be what stops the program.
class LogFolder {
public:
    /// Makes the folder with the first line.
    LogFolder(QString folder, const Limits &limits);

    /// Waits until everything is written.
    ~LogFolder();
    LogFolder(const LogFolder &) = delete;
    LogFolder &operator=(const LogFolder &) = delete;

    const QString &folder() const { return m_folder; }
    void setLimits(const Limits &limits);

    /// One line: UTC time, severity, \a source and \a text, in which line breaks become spaces.
    void write(Severity severity, const QString &source, const QString &text);

    /// Bytes of the log files in \a folder. Blocks.
    static qint64 size(const QString &folder);

    /// The newest whole lines of the log files in \a folder, oldest first, at most so many bytes. Blocks.
    static QByteArray lastLines(const QString &folder, qint64 bytes);

private:
    void work(std::stop_token stop);
    void append(const QByteArray &lines, const Limits &limits);
    void prune(const Limits &limits, qint64 room); ///< so that as many bytes more fit

    const QString m_folder;
    std::mutex m_mutex;
    std::condition_variable_any m_added;
    Limits m_limits;
    QByteArray m_lines; ///< to be written
    bool m_prune = true; ///< a new day, or new limits
    QDate m_day; ///< of the last line; the writing thread's own
    std::jthread m_thread;
};

} // namespace pipeline::logs
