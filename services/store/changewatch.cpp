// SPDX-License-Identifier: Apache-2.0
#include "changewatch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileSystemWatcher>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <QTimer>
#include <QUuid>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

using std::chrono::milliseconds;

/// The last wait for a commit that the log announced; all the waits together are twice as long.
constexpr milliseconds LongestPatience{640};

/// The watching itself; lives on the watch's thread.
class Watching {
public:
    Watching(const QString &fileName, const std::function<void()> &changed, ChangeWatch::Pace pace)
        : m_log(fileName + u"-wal"_s), m_changed(changed), m_pace(pace)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        database.setDatabaseName(fileName);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        QObject::connect(&m_files, &QFileSystemWatcher::fileChanged, &m_soon, [this] {
            m_patience = milliseconds(5);
            m_soon.stop();
            lookSoon(milliseconds(0));
        });
        m_soon.setSingleShot(true);
        m_soon.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { look(); });
        QObject::connect(&m_slowly, &QTimer::timeout, &m_slowly, [this] { lookSoon(milliseconds(0)); });
        m_slowly.start(m_pace.fallback);
        lookSoon(milliseconds(0));
    }

    ~Watching()
    {
        QSqlDatabase::database(m_connection, false).close();
        QSqlDatabase::removeDatabase(m_connection);
    }

private:
    /// The log is removed when the last connection closes, and comes back under the same name.
    void watchLog()
    {
        if (m_files.files().isEmpty() && QFile::exists(m_log))
            m_files.addPath(m_log);
    }

    /// SQLite's number for what this connection sees: another one's commit changes it.
    QVariant version() const
    {
        auto database = QSqlDatabase::database(m_connection, false);
        if (!database.isOpen() && !database.open())
            return {};
        QSqlQuery query(database);
        return query.exec(u"pragma data_version"_s) && query.next() ? query.value(0) : QVariant();
    }

    void lookSoon(milliseconds wait)
    {
        if (m_soon.isActive())
            return;
        const auto sinceLast = milliseconds(m_lastCall.isValid() ? m_lastCall.elapsed() : m_pace.atMostEach.count());
        m_soon.start(std::max(wait, m_pace.atMostEach - sinceLast));
    }

    void look()
    {
        watchLog(); // before the version is read, so that nothing falls between the two
        const QVariant now = version();
        if (now.isValid() && now != m_version) {
            m_version = now;
            m_lastCall.start();
            m_changed();
        }
        // The log is written before its commit can be seen, by a flush to the disk: what was seen may be the one
        // before.
        if (m_patience < LongestPatience) {
            m_patience *= 2;
            lookSoon(m_patience);
        }
    }

    const QString m_connection = QUuid::createUuid().toString();
    const QString m_log;
    const std::function<void()> m_changed;
    const ChangeWatch::Pace m_pace;
    QFileSystemWatcher m_files;
    QTimer m_soon;
    QTimer m_slowly;
    QElapsedTimer m_lastCall;
    QVariant m_version; ///< invalid until the first look, which is told as a change
    milliseconds m_patience =
        LongestPatience; ///< how long to wait until the next look for a commit that the log announced
};

/// A thread that has a Watching beside its event loop.
class WatchThread : public QThread {
public:
    WatchThread(QString fileName, std::function<void()> changed, ChangeWatch::Pace pace)
        : m_fileName(std::move(fileName)), m_changed(std::move(changed)), m_pace(pace)
    {}

protected:
    void run() override
    {
        const Watching watching(m_fileName, m_changed, m_pace);
        exec();
    }

private:
    const QString m_fileName;
    const std::function<void()> m_changed;
    const ChangeWatch::Pace m_pace;
};

} // namespace

ChangeWatch::ChangeWatch(const QString &fileName, std::function<void()> changed, Pace pace)
    : m_thread(std::make_unique<WatchThread>(fileName, std::move(changed), pace))
{
    m_thread->start();
}

ChangeWatch::~ChangeWatch()
{
    m_thread->quit();
    m_thread->wait();
}

} // namespace pipeline::store
