// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "support/childprocesses.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using store::Connection;
using store::Database;
using tests::OutsideSql;

namespace {

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

/// Opens the new database at \a url at the same moment as others do, and writes one row.
int openTogether(const QString &url)
{
    tests::waitForTheOthers();
    const auto opened = Database::open(url, {.busyMilliseconds = 30'000});
    if (!opened) {
        qWarning("%s", qPrintable(opened.error().text()));
        return 1;
    }
    const auto written = (*opened)->write(
        [](Connection &connection) {
            return connection.execute(u"insert into backlog (tipo, contexto) values ('x', '{}')"_s);
        },
        {});
    if (!written)
        qWarning("%s", qPrintable(written.error().text()));
    return written ? 0 : 1;
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewerSchemaIsLeftAlone_data()
    {
        QTest::addColumn<QString>("journalMode");
        QTest::addColumn<int>("version");
        QTest::newRow("wal") << u"wal"_s << 999;
        QTest::newRow("rollback journal") << u"delete"_s << 999;
        QTest::newRow("one newer") << u"delete"_s << int(files().size()) + 1;
    }

    void aNewerSchemaIsLeftAlone()
    {
        QFETCH(QString, journalMode);
        QFETCH(int, version);
        {
            OutsideSql newer(path());
            VERIFY_RESULT(newer.run(u"pragma journal_mode = %1"_s.arg(journalMode)));
            VERIFY_RESULT(newer.run(u"create table backlog (id integer primary key, from_the_future text)"_s));
            VERIFY_RESULT(newer.run(u"pragma user_version = %1"_s.arg(version)));
        }
        const QByteArray before = bytesOf(path());
        const auto opened = Database::open(url());
        COMPARE_ERROR(opened, ErrorCode::Corrupt);
        const QString text = opened.error().text();
        QVERIFY2(text.contains(path()) && text.contains(u"newer"_s) && text.contains(QString::number(version)),
                 qPrintable(text));
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.sqlite"_s});
    }

    void aFailedMigrationLeavesNothing()
    {
        {
            OutsideSql foreign(path());
            VERIFY_RESULT(foreign.run(u"create table journal (somebody text)"_s));
        }
        const auto opened = Database::open(url());
        QVERIFY(!opened);
        QVERIFY2(opened.error().text().contains(u"journal"_s), qPrintable(opened.error().text()));
        OutsideSql outside(path());
        QCOMPARE(outside.value(u"pragma user_version"_s).toInt(), 0);
        QCOMPARE(outside.value(u"select group_concat(name) from sqlite_schema"_s).toString(), u"journal"_s);
    }

    void anOlderSchemaIsBroughtUpToDate()
    {
        {
            OutsideSql older(path());
            QFile first(u":/migrations/sqlite/"_s + files().first());
            QVERIFY(first.open(QIODevice::ReadOnly));
            for (const QString &statement : QString::fromUtf8(first.readAll()).split(u"\n\n"_s))
                if (!statement.startsWith("--"_L1))
                    VERIFY_RESULT(older.run(statement));
            VERIFY_RESULT(older.run(u"insert into backlog (tipo, contexto) values "
                                    "('kept', '{\"release_ref\": \"R-2026.11.3\"}')"_s));
            VERIFY_RESULT(older.run(u"pragma user_version = 1"_s));
        }
        VERIFY_RESULT(Database::open(url()));
        OutsideSql outside(path());
        QCOMPARE(outside.value(u"pragma user_version"_s).toInt(), files().size());
        QCOMPARE(outside.value(u"select tipo from backlog"_s).toString(), u"kept"_s);
        QCOMPARE(outside.value(u"select count(*) from journal"_s).toInt(), 0);
        const QString found = u"select count(*) from queue_search where queue_search match '\"11.3\"'"_s;
        QCOMPARE(outside.value(found).toInt(), 1);
        VERIFY_RESULT(outside.run(u"delete from backlog"_s)); // with the very words that it was found by
        QCOMPARE(outside.value(found).toInt(), 0);
    }

    void fromEmptyAndAgain()
    {
        VERIFY_RESULT(Database::open(url()));
        const QByteArray made = bytesOf(path());
        {
            OutsideSql outside(path());
            QCOMPARE(outside.value(u"pragma user_version"_s).toInt(), files().size());
            QCOMPARE(outside.value(u"pragma journal_mode"_s).toString(), u"wal"_s);
            QCOMPARE(outside
                         .value(u"select group_concat(name) from (select name from sqlite_schema where type = 'table' "
                                "and name not like 'sqlite_%' order by name)"_s)
                         .toString(),
                     u"backlog,journal,journal_choice,queue_facet,queue_replaced,queue_row,queue_search,"
                     "queue_search_config,queue_search_data,queue_search_idx,release_row,release_running,run_attempt,"
                     "run_coverage,run_effect,run_event,run_stage,run_test"_s);
            QCOMPARE(outside.value(u"select count(*) from sqlite_schema where type = 'trigger'"_s).toInt(), 22);
            QCOMPARE(outside.value(u"pragma integrity_check"_s).toString(), u"ok"_s);
        }
        VERIFY_RESULT(Database::open(url()));
        QCOMPARE(bytesOf(path()), made);
    }

    void manyProcessesOpenANewFile()
    {
        constexpr int processes = 8;
        for (int round = 0; round < 4; ++round) {
            const QString fileName = m_folder->filePath(u"%1.sqlite"_s.arg(round));
            const QStringList failures = tests::runTogether(
                processes, [&](int) { return QStringList{u"--open"_s, u"sqlite:"_s + fileName}; });
            QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
            OutsideSql outside(fileName);
            QCOMPARE(outside.value(u"select count(*) from backlog"_s).toInt(), processes);
            QCOMPARE(outside.value(u"pragma user_version"_s).toInt(), files().size());
            QCOMPARE(outside.value(u"pragma integrity_check"_s).toString(), u"ok"_s);
        }
    }

private:
    QString path() const { return m_folder->filePath(u"a.sqlite"_s); }
    QString url() const { return u"sqlite:"_s + path(); }
    static QStringList files() { return QDir(u":/migrations/sqlite"_s).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "--open"_L1)
        return openTogether(application.arguments().value(2));
    TestMigrations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrations.moc"
