// SPDX-License-Identifier: Apache-2.0
#include "store/changewatch.h"
#include "store/database.h"

#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace pipeline;
using store::ChangeWatch;
using store::Connection;
using store::Database;

namespace {

constexpr int Generous = 30'000;
const QString Insert = u"insert into backlog (tipo, contexto) values ('x', '{}')"_s;

/// Never looks without being told by the file.
constexpr ChangeWatch::Pace OnlyTold{std::chrono::milliseconds(100), std::chrono::hours(24)};

/// Counts its calls and keeps the shortest time between two.
struct Calls {
    std::atomic<int> count = 0;
    std::atomic<qint64> shortest = 1'000'000;
    QElapsedTimer sinceLast;

    std::function<void()> counter()
    {
        return [this] {
            if (sinceLast.isValid())
                shortest = std::min(shortest.load(), sinceLast.elapsed());
            sinceLast.start();
            ++count;
        };
    }
};

} // namespace

class TestChangeWatch : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void anotherProgramsCommit()
    {
        const QString program = QStandardPaths::findExecutable(u"sqlite3"_s);
        if (program.isEmpty())
            QSKIP("the program sqlite3 is not installed");
        Calls calls;
        const ChangeWatch watch(m_database->fileName(), calls.counter(), OnlyTold);
        settle(calls);
        for (int round = 1; round <= 3; ++round) {
            const int before = calls.count;
            QProcess sqlite;
            sqlite.start(program, {m_database->fileName(), Insert});
            QVERIFY(sqlite.waitForFinished(Generous));
            QCOMPARE(sqlite.exitCode(), 0);
            QTRY_VERIFY_WITH_TIMEOUT(calls.count > before, Generous);
        }
    }

    void anotherConnectionOfThisProcess()
    {
        Calls calls;
        const ChangeWatch watch(m_database->fileName(), calls.counter(), OnlyTold);
        settle(calls);
        const int before = calls.count;
        VERIFY_RESULT(m_database->write([](Connection &connection) { return connection.execute(Insert); }, {}));
        QTRY_VERIFY_WITH_TIMEOUT(calls.count > before, Generous);
    }

    void aReadAndARollbackAreNoChange()
    {
        Calls calls;
        const ChangeWatch watch(m_database->fileName(), calls.counter(), OnlyTold);
        settle(calls);
        const int before = calls.count;
        VERIFY_RESULT(
            m_database->read([](Connection &connection) { return connection.query(u"select * from backlog"_s); }, {}));
        QVERIFY(!m_database->write(
            [](Connection &connection) -> Result<void> {
                if (const auto inserted = connection.execute(Insert); !inserted)
                    return fail(inserted.error());
                return fail(ErrorCode::Refused, u"no"_s);
            },
            {}));
        QTest::qWait(1500); // longer than it looks for a commit that the log announces
        QCOMPARE(calls.count.load(), before);
    }

    void manyCommitsAreFewCalls()
    {
        Calls calls;
        {
            const ChangeWatch watch(m_database->fileName(), calls.counter(), OnlyTold);
            settle(calls);
            const int before = calls.count;
            tests::OutsideSql outside(m_database->fileName());
            VERIFY_RESULT(outside.run(u"pragma synchronous = off"_s));
            for (int i = 0; i < 300; ++i)
                VERIFY_RESULT(outside.run(Insert));
            QTRY_VERIFY_WITH_TIMEOUT(calls.count > before, Generous);
        }
        // Two timers of a millisecond each may differ by one.
        QVERIFY2(calls.shortest >= 99, qPrintable(QString::number(calls.shortest)));
    }

    void theLastCommitIsNeverMissed()
    {
        tests::OutsideSql outside(m_database->fileName());
        std::atomic<qint64> seen = -1;
        const QString fileName = m_database->fileName();
        const ChangeWatch watch(
            fileName, [&] { seen = tests::OutsideSql(fileName).value(u"select count(*) from backlog"_s).toLongLong(); },
            OnlyTold);
        QTRY_COMPARE_WITH_TIMEOUT(seen.load(), 0, Generous);
        for (qint64 i = 1; i <= 40; ++i) {
            VERIFY_RESULT(outside.run(Insert));
            if (i % 8 == 0)
                QTRY_COMPARE_WITH_TIMEOUT(seen.load(), i, Generous);
        }
    }

    void aCheckpointDoesNotEndTheWatch()
    {
        Calls calls;
        const ChangeWatch watch(m_database->fileName(), calls.counter(), OnlyTold);
        settle(calls);
        tests::OutsideSql outside(m_database->fileName());
        VERIFY_RESULT(outside.run(Insert));
        VERIFY_RESULT(outside.run(u"pragma wal_checkpoint(truncate)"_s));
        settle(calls);
        const int before = calls.count;
        VERIFY_RESULT(outside.run(Insert));
        QTRY_VERIFY_WITH_TIMEOUT(calls.count > before, Generous);
    }

    void theFallbackSeesWhatTheFileDoesNotTell()
    {
        // Without a write-ahead log there is no file to watch.
        m_database.reset();
        const QString fileName = m_folder->filePath(u"b.sqlite"_s);
        tests::OutsideSql outside(fileName);
        VERIFY_RESULT(outside.run(u"pragma journal_mode = delete"_s));
        VERIFY_RESULT(outside.run(u"create table t (a)"_s));
        Calls calls;
        const ChangeWatch watch(fileName, calls.counter(),
                                {std::chrono::milliseconds(100), std::chrono::milliseconds(50)});
        settle(calls);
        const int before = calls.count;
        VERIFY_RESULT(outside.run(u"insert into t values (1)"_s));
        QTRY_VERIFY_WITH_TIMEOUT(calls.count > before, Generous);
    }

    void itEndsAtOnce()
    {
        for (int i = 0; i < 20; ++i) {
            Calls calls;
            const ChangeWatch watch(m_database->fileName(), calls.counter());
        }
        const ChangeWatch nowhere(m_folder->filePath(u"nothing.sqlite"_s), [] {});
    }

private:
    /// Waits until the watch has begun, and has told what happened before.
    static void settle(const Calls &calls)
    {
        QTRY_VERIFY_WITH_TIMEOUT(calls.count > 0, Generous);
        QTest::qWait(300);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestChangeWatch)
#include "tst_changewatch.moc"
