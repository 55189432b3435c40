// SPDX-License-Identifier: Apache-2.0
#include "connectionthread.h"

#include "migrations.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <chrono>

using namespace Qt::StringLiterals;

namespace pipeline::store {

ConnectionThread::ConnectionThread(QString fileName, Options options, bool writing)
    : m_fileName(std::move(fileName)),
      m_options(options),
      m_writing(writing),
      m_connectionName(QUuid::createUuid().toString()),
      m_thread([this](std::stop_token stop) { loop(stop); })
{}

ConnectionThread::~ConnectionThread()
{
    m_thread.request_stop();
    m_thread.join();
}

std::optional<Error> ConnectionThread::open()
{
    auto job = std::make_shared<Job>();
    job->work = [this] { return openConnection(); };
    return wait(job, {});
}

std::optional<Error> ConnectionThread::run(Body body, std::stop_token stop)
{
    auto job = std::make_shared<Job>();
    job->work = [this, body = std::move(body)] { return transaction(body); };
    return wait(job, stop);
}

qsizetype ConnectionThread::load() const
{
    const std::scoped_lock lock(m_mutex);
    return qsizetype(m_jobs.size()) + (m_busy ? 1 : 0);
}

std::optional<Error> ConnectionThread::wait(const std::shared_ptr<Job> &job, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    m_jobs.push_back(job);
    m_changed.notify_all();
    m_changed.wait(lock, stop, [&] { return job->done; });
    if (!job->done && m_writing && job->begun)
        m_changed.wait(lock, [&] { return job->done; });
    if (job->done)
        return job->error;
    std::erase(m_jobs, job);
    return Error{ErrorCode::Cancelled, u"Stopped while waiting for the backlog database"_s, {}, {}};
}

void ConnectionThread::loop(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        const auto job = m_jobs.front();
        m_jobs.pop_front();
        job->begun = true;
        m_busy = true;
        lock.unlock();
        auto error = job->work();
        lock.lock();
        m_busy = false;
        job->error = std::move(error);
        job->done = true;
        m_changed.notify_all();
    }
    lock.unlock();
    // A connection must be closed on the thread that opened it.
    if (QSqlDatabase::contains(m_connectionName)) {
        QSqlDatabase::database(m_connectionName, false).close();
        QSqlDatabase::removeDatabase(m_connectionName);
    }
}

std::optional<Error> ConnectionThread::openConnection()
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    if (!database.isValid())
        return Error{ErrorCode::ToolMissing,
                     u"Qt's SQLite driver is not installed"_s,
                     {},
                     u"Install the package libqt6sql6-sqlite"_s};
    database.setDatabaseName(m_fileName);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_options.busyMilliseconds));
    if (!database.open())
        return toError(database.lastError(), m_fileName);
    Connection connection(database);
    if (m_writing) {
        // Before anything is written: the journal mode is in the file.
        if (const auto version = schemaVersion(connection, m_fileName); !version)
            return version.error();
        if (const auto switched = switchToWal(connection); !switched)
            return switched.error();
    }
    QStringList settings{u"pragma foreign_keys = on"_s, u"pragma synchronous = full"_s};
    if (m_writing && m_options.maximumPages > 0)
        settings << u"pragma max_page_count = %1"_s.arg(m_options.maximumPages);
    for (const QString &setting : settings) {
        if (const auto done = connection.query(setting); !done)
            return done.error();
    }
    return {};
}

Result<Rows> ConnectionThread::switchToWal(Connection &connection) const
{
    using namespace std::chrono;
    const auto deadline = steady_clock::now() + milliseconds(m_options.busyMilliseconds);
    for (;;) {
        auto switched = connection.query(u"pragma journal_mode = wal"_s);
        // Of several that switch a new file at once, SQLite lets one through and does not make the others wait.
        if (switched || switched.error().code != ErrorCode::Unreachable || steady_clock::now() >= deadline)
            return switched;
        std::this_thread::sleep_for(milliseconds(10));
    }
}

std::optional<Error> ConnectionThread::transaction(const Body &body)
{
    QSqlDatabase database = QSqlDatabase::database(m_connectionName, false);
    Connection connection(database);
    // A write takes the lock at once: one that starts as a reader could not wait for it later.
    const auto begun = connection.execute(m_writing ? u"begin immediate"_s : u"begin"_s);
    if (!begun)
        return begun.error();
    auto error = body(connection);
    if (!error) {
        if (const auto committed = connection.execute(u"commit"_s); !committed)
            error = committed.error();
    }
    if (error)
        (void)connection.execute(u"rollback"_s); // after some errors SQLite has rolled back already
    return error;
}

} // namespace pipeline::store
