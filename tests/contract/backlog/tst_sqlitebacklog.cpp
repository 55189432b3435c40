// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include "backlog/sqlitebacklog.h"
#include "support/backlogsamples.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

using contract::ItemState;

namespace {

class SqliteBacklogUnderTest : public BacklogUnderTest {
public:
    SqliteBacklogUnderTest()
        : m_database(*store::Database::open(u"sqlite:"_s + m_folder.filePath(u"backlog.sqlite"_s))),
          m_outside(m_database->fileName()),
          m_backlog(*m_database)
    {}

    backlog::Backlog &backlog() override { return m_backlog; }
    store::Database &database() override { return *m_database; }
    Result<QList<QVariantList>> sql(const QString &statement) override { return m_outside.run(statement); }
    void endLease(qint64 item) override { moveTime(u"reserva_expira_em"_s, item, -1); }
    void moveAvailability(qint64 item, int seconds) override { moveTime(u"disponivel_em"_s, item, seconds); }

    void ageEffects(int seconds) override
    {
        mustRun(u"update run_effect set intended_at = strftime('%Y-%m-%dT%H:%M:%fZ', intended_at, '-%1 seconds')"_s.arg(
            seconds));
    }

    void breakJournal() override
    {
        mustRun(u"create trigger journal_broken before insert on journal "
                "begin select raise(abort, 'no journal today'); end"_s);
    }

private:
    void moveTime(const QString &column, qint64 item, int seconds)
    {
        mustRun(
            u"update backlog set %1 = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '%2 seconds') where id = %3"_s.arg(column)
                .arg(seconds)
                .arg(item));
    }

    void mustRun(const QString &statement)
    {
        if (const auto done = sql(statement); !done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().text()));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    OutsideSql m_outside;
    backlog::SqliteBacklog m_backlog;
};

} // namespace

class TestSqliteBacklog : public BacklogContract {
    Q_OBJECT

protected:
    std::unique_ptr<BacklogUnderTest> make() override { return std::make_unique<SqliteBacklogUnderTest>(); }

private slots:
    void aStrangersTextDoesNotSpoilTheJournal()
    {
        SqliteBacklogUnderTest parts;
        VERIFY_RESULT(parts.sql(uR"(insert into backlog(tipo, contexto) values ('executar_pipeline',
            '{"modo": "validar", "release_ref": "\ud83dx\uffff\u0000", "ambiente": "\ufeff"}'))"_s));
        const auto item = parts.backlog().claim({true, {}, {}}, runner(u"r1"_s), std::chrono::seconds(30), {});
        VERIFY_RESULT(item);
        QVERIFY(*item);
        VERIFY_RESULT(parts.backlog().complete(claimOf(**item, runner(u"r1"_s)), {ItemState::Failed, {}, {}, {}}, {}));
        const auto verdict = audit::Journal(parts.database()).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        QCOMPARE(verdict->entries, 2);
    }

    void aNameTwiceIsRefused()
    {
        SqliteBacklogUnderTest parts;
        const QString insert = u"insert into backlog(tipo, contexto) values ('executar_pipeline', '%1')"_s;
        for (const auto &contexto : {uR"({"modo": "validar", "modo": "implantar"})"_s,
                                     uR"({"ambiente": "lua", "x": 1, "ambiente": "lua"})"_s}) {
            const auto refused = parts.sql(insert.arg(contexto));
            QVERIFY(!refused);
            QVERIFY(refused.error().message.contains(u"twice"_s));
        }
        VERIFY_RESULT(parts.sql(insert.arg(uR"({"modo": "validar", "artefatos": [{"modo": 1, "sha": 2}]})"_s)));
        QVERIFY(!parts.sql(uR"(update backlog set contexto = '{"modo": "validar", "modo": "implantar"}')"_s));
        VERIFY_RESULT(parts.sql(u"update backlog set prioridade = 2"_s));
        const auto items = parts.backlog().list({}, {});
        VERIFY_RESULT(items);
        QCOMPARE(items->size(), 1);
        QCOMPARE(items->first().mode, u"validar"_s);
    }

    void timesAreTexts()
    {
        SqliteBacklogUnderTest parts;
        VERIFY_RESULT(
            parts.sql(uR"(insert into backlog(tipo, contexto) values ('executar_pipeline', '{"modo": "validar"}'))"_s));
        VERIFY_RESULT(parts.backlog().claim({true, {}, {}}, {}, std::chrono::seconds(30), {}));
        static const QRegularExpression time(u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\\z"_s);
        const auto rows = parts.sql(
            u"select disponivel_em, criado_em, atualizado_em, reserva_expira_em from backlog"_s);
        VERIFY_RESULT(rows);
        for (const QVariant &value : rows->first())
            QVERIFY2(time.match(value.toString()).hasMatch(), qPrintable(value.toString()));
        for (const auto &query :
             {u"select started_at from run_attempt"_s, u"select at from run_event"_s, u"select at from journal"_s})
            QVERIFY(time.match(parts.sql(query)->first().first().toString()).hasMatch());
    }
};

} // namespace pipeline::tests

QTEST_GUILESS_MAIN(pipeline::tests::TestSqliteBacklog)
#include "tst_sqlitebacklog.moc"
