// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <type_traits>

namespace pipeline::store {

class ConnectionThread;

/// How an embedded database is opened.
struct Options {
    int busyMilliseconds = 5000; ///< how long to wait for another process's write lock
    int readers = 2; ///< threads for reading
    qint64 maximumPages = 0; ///< size limit in pages, 0 for none; lets a test fill the disk
};

/// The threads that own the database connections: one that writes, a few that read.
///
/// Every call is one transaction. It runs on a database thread while the caller waits for the answer and for its stop
/// token. A read that is stopped returns at once; a write that has begun is waited for, so that its outcome is known.
class Database {
public:
    /// Opens (and makes, with mode 0600) the database at `sqlite:/path` and brings its schema up to date.
    ///
    /// Errors: InvalidInput (url), Storage, Corrupt (damaged, or newer than this program), Unreachable (locked).
    static Result<std::unique_ptr<Database>> open(const QString &url, const Options &options = {});
    ~Database();

    QString fileName() const { return m_fileName; }

    /// Runs \a work(Connection &) → Result<T> in a read transaction.
    template<class F>
    auto read(F &&work, std::stop_token stop)
    {
        return submit<std::invoke_result_t<F, Connection &>>(false, std::forward<F>(work), stop);
    }

    /// Runs \a work(Connection &) → Result<T> in a write transaction, rolled back when it gives an error.
    template<class F>
    auto write(F &&work, std::stop_token stop)
    {
        return submit<std::invoke_result_t<F, Connection &>>(true, std::forward<F>(work), stop);
    }

private:
    /// A transaction body; gives the error that makes it roll back.
    using Body = std::function<std::optional<Error>(Connection &)>;

    explicit Database(QString fileName);

    Result<void> start(const Options &options);
    std::optional<Error> run(bool writing, Body body, std::stop_token stop);

    template<class R, class F>
    R submit(bool writing, F &&work, std::stop_token stop)
    {
        // Shared, because a stopped read leaves its transaction to end on its own.
        auto result = std::make_shared<std::optional<R>>();
        auto error = run(
            writing,
            [result, work = std::forward<F>(work)](Connection &connection) mutable -> std::optional<Error> {
                result->emplace(work(connection));
                return **result ? std::nullopt : std::optional((*result)->error());
            },
            stop);
        if (error)
            return fail(std::move(*error));
        return std::move(**result);
    }

    const QString m_fileName;
    std::unique_ptr<ConnectionThread> m_writer;
    std::vector<std::unique_ptr<ConnectionThread>> m_readers;
};

} // namespace pipeline::store
