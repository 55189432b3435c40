// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "support/childprocesses.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using store::Connection;
using store::Database;
using tests::OutsideSql;

namespace {

Result<int> increment(Database &database, std::stop_token stop = {})
{
    return database.write(
        [](Connection &connection) { return connection.execute(u"update counter set value = value + 1"_s); }, stop);
}

Result<int> value(Connection &connection)
{
    const auto rows = connection.query(u"select value from counter"_s);
    return rows ? Result<int>(rows->first().first().toInt()) : fail(rows.error());
}

/// What another process does.
int incrementOnce(const QString &url)
{
    tests::waitForTheOthers();
    const auto opened = Database::open(url);
    return opened && increment(**opened) ? 0 : 1;
}

} // namespace

class TestDatabase : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s), {.busyMilliseconds = 100});
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        VERIFY_RESULT(m_database->write(
            [](Connection &connection) -> Result<void> {
                if (const auto done = connection.execute(u"create table counter (value integer)"_s); !done)
                    return fail(done.error());
                const auto done = connection.execute(u"insert into counter values (0)"_s);
                return done ? Result<void>() : fail(done.error());
            },
            {}));
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void anErrorRollsBack()
    {
        const auto refused = m_database->write(
            [](Connection &connection) -> Result<void> {
                if (const auto done = connection.execute(u"update counter set value = 99"_s); !done)
                    return fail(done.error());
                return fail(ErrorCode::Refused, u"no"_s);
            },
            {});
        COMPARE_ERROR(refused, ErrorCode::Refused);
        QCOMPARE(*m_database->read(value, {}), 0);
        VERIFY_RESULT(increment(*m_database));
        QCOMPARE(*m_database->read(value, {}), 1);
    }

    void aFailedStatementRollsBackTheOnesBefore()
    {
        const auto failed = m_database->write(
            [](Connection &connection) -> Result<int> {
                if (const auto done = connection.execute(u"update counter set value = 99"_s); !done)
                    return done;
                return connection.execute(u"insert into nowhere values (1)"_s);
            },
            {});
        COMPARE_ERROR(failed, ErrorCode::Internal);
        QCOMPARE(*m_database->read(value, {}), 0);
    }

    void lockedByAnotherProgram()
    {
        OutsideSql outside(m_database->fileName());
        VERIFY_RESULT(outside.run(u"begin immediate"_s));
        VERIFY_RESULT(outside.run(u"update counter set value = 10"_s));
        const auto locked = increment(*m_database);
        COMPARE_ERROR(locked, ErrorCode::Unreachable);
        QVERIFY(isTransient(locked.error().code));
        QVERIFY2(locked.error().text().contains(u"locked"_s), qPrintable(locked.error().text()));
        // Whoever only reads is not disturbed, and sees what was there before.
        QCOMPARE(*m_database->read(value, {}), 0);
        VERIFY_RESULT(outside.run(u"commit"_s));
        VERIFY_RESULT(increment(*m_database));
        QCOMPARE(*m_database->read(value, {}), 11);
    }

    void openingALockedDatabase()
    {
        const QString fileName = m_folder->filePath(u"new.sqlite"_s);
        OutsideSql outside(fileName);
        VERIFY_RESULT(outside.run(u"begin exclusive"_s));
        VERIFY_RESULT(outside.run(u"create table mine (a)"_s));
        COMPARE_ERROR(Database::open(u"sqlite:"_s + fileName, {.busyMilliseconds = 50}), ErrorCode::Unreachable);
        VERIFY_RESULT(outside.run(u"rollback"_s));
        VERIFY_RESULT(Database::open(u"sqlite:"_s + fileName, {.busyMilliseconds = 50}));
    }

    void aLockIsWaitedFor()
    {
        const auto patient = Database::open(u"sqlite:"_s + m_database->fileName(), {.busyMilliseconds = 60'000});
        VERIFY_RESULT(patient);
        std::binary_semaphore locked(0);
        std::binary_semaphore waiting(0);
        std::jthread other([&] {
            (void)m_database->write(
                [&](Connection &connection) -> Result<int> {
                    locked.release();
                    waiting.acquire();
                    return connection.execute(u"update counter set value = 10"_s);
                },
                {});
        });
        locked.acquire();
        std::jthread releaser([&] { waiting.release(); });
        VERIFY_RESULT(increment(**patient));
        QCOMPARE(*(*patient)->read(value, {}), 11);
    }

    void aStoppedReadReturnsWhileItRuns()
    {
        auto begun = std::make_shared<std::binary_semaphore>(0);
        auto end = std::make_shared<std::binary_semaphore>(0);
        std::stop_source stop;
        std::jthread stopper([&] {
            begun->acquire();
            stop.request_stop();
        });
        const auto stopped = m_database->read(
            [begun, end](Connection &connection) -> Result<int> {
                begun->release();
                end->acquire();
                return value(connection);
            },
            stop.get_token());
        // It came back although its transaction cannot have ended.
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        // The other reader and the writer go on.
        VERIFY_RESULT(increment(*m_database));
        end->release();
        QCOMPARE(*m_database->read(value, {}), 1);
        QCOMPARE(*m_database->read(value, {}), 1);
    }

    void aBegunWriteIsWaitedFor()
    {
        std::stop_source stop;
        const auto written = m_database->write(
            [&](Connection &connection) {
                stop.request_stop();
                return connection.execute(u"update counter set value = 5"_s);
            },
            stop.get_token());
        VERIFY_RESULT(written);
        QCOMPARE(*m_database->read(value, {}), 5);
    }

    void aWaitingWriteIsStopped()
    {
        std::binary_semaphore begun(0);
        std::binary_semaphore end(0);
        std::jthread first([&] {
            (void)m_database->write(
                [&](Connection &connection) -> Result<int> {
                    begun.release();
                    end.acquire();
                    return connection.execute(u"update counter set value = 1"_s);
                },
                {});
        });
        begun.acquire();
        std::stop_source stop;
        stop.request_stop();
        bool ran = false;
        const auto stopped = m_database->write(
            [&](Connection &connection) {
                ran = true;
                return connection.execute(u"update counter set value = 99"_s);
            },
            stop.get_token());
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        end.release();
        first.join();
        VERIFY_RESULT(increment(*m_database));
        QVERIFY(!ran);
        QCOMPARE(*m_database->read(value, {}), 2);
    }

    void aReadSeesOneMoment()
    {
        const auto same = m_database->read(
            [this](Connection &connection) -> Result<bool> {
                const auto before = value(connection);
                const auto written = increment(*m_database);
                const auto after = value(connection);
                return before && written && after && *before == *after;
            },
            {});
        VERIFY_RESULT(same);
        QVERIFY(*same);
        QCOMPARE(*m_database->read(value, {}), 1);
    }

    void openingItAgainKeepsTheLocks()
    {
        // Whoever closes the last connection removes the -wal file: a program that thinks so wrongly takes our rows
        // along.
        VERIFY_RESULT(Database::open(u"sqlite:"_s + m_database->fileName()));
        const QStringList failures = tests::runTogether(
            1, [this](int) { return QStringList{u"--increment"_s, u"sqlite:"_s + m_database->fileName()}; });
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
        QVERIFY(QFile::exists(m_database->fileName() + u"-wal"_s));
        VERIFY_RESULT(increment(*m_database));
        QCOMPARE(*m_database->read(value, {}), 2);
    }

    void manyThreads()
    {
        constexpr int threads = 8;
        constexpr int times = 25;
        std::atomic<int> failures = 0;
        std::atomic<int> backwards = 0;
        {
            std::vector<std::jthread> workers;
            for (int i = 0; i < threads; ++i) {
                workers.emplace_back([&] {
                    int seen = 0;
                    for (int n = 0; n < times; ++n) {
                        const auto written = increment(*m_database);
                        const auto read = m_database->read(value, {});
                        failures += !written + !read;
                        backwards += read && *read <= seen;
                        seen = read.value_or(seen);
                    }
                });
            }
        }
        QCOMPARE(failures, 0);
        QCOMPARE(backwards, 0);
        QCOMPARE(*m_database->read(value, {}), threads * times);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--increment"_L1)
        return incrementOnce(application.arguments().value(2));
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
