// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <deque>
#include <thread>

namespace pipeline::store {

/// One thread that owns one QSqlDatabase and runs transactions on it, one after another.
class ConnectionThread {
public:
    using Body = std::function<std::optional<Error>(Connection &)>;

    ConnectionThread(QString fileName, Options options, bool writing);
    ~ConnectionThread();

    /// Opens the connection; to be called once, before run().
    std::optional<Error> open();

    /// Runs \a body in a transaction and waits for its end, or for \a stop as Database says.
    std::optional<Error> run(Body body, std::stop_token stop);

    /// How many transactions wait or run, those that their callers have given up included.
    qsizetype load() const;

private:
    struct Job {
        std::function<std::optional<Error>()> work;
        std::optional<Error> error;
        bool begun = false;
        bool done = false;
    };

    std::optional<Error> wait(const std::shared_ptr<Job> &job, std::stop_token stop);
    std::optional<Error> openConnection();
    Result<Rows> switchToWal(Connection &connection) const;
    std::optional<Error> transaction(const Body &body);
    void loop(std::stop_token stop);

    const QString m_fileName;
    const Options m_options;
    const bool m_writing;
    const QString m_connectionName;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::shared_ptr<Job>> m_jobs;
    bool m_busy = false;
    std::jthread m_thread;
};

} // namespace pipeline::store
