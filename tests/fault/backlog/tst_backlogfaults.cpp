// SPDX-License-Identifier: Apache-2.0
#include "audit/journal.h"
#include "store/database.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::OutsideSql;

namespace {

/// A statement that gives the ids of all items for which something is wrong that must never be.
struct Impossible {
    QString what;
    QString sql;
};

QList<Impossible> impossibilities()
{
    const QString openAttempts = u"(select count(*) from run_attempt where item_id = i.id and ended_at is null)"_s;
    const QString completions = u"(select count(*) from journal where item_id = i.id and act = 'item.completed' "
                                "and json_extract(details, '$.estado') = 'concluido')"_s;
    const QString decisions =
        u"(select count(*) from journal where item_id = i.id and act in ('release.approved', 'release.rejected'))"_s;
    const QString followers = u"(select count(*) from backlog where origem_id = i.id)"_s;
    const QString where = u"select i.id from backlog as i where "_s;
    const QString pipeline = where + u"tipo = 'executar_pipeline' and "_s;
    const QString approval = where + u"tipo = 'aprovar_release' and "_s;
    return {
        {u"a follower twice"_s, where + followers + u" > 1"_s},
        {u"a validation that is done without its approval"_s,
         pipeline + u"modo = 'validar' and estado = 'concluido' and "_s + followers + u" <> 1"_s},
        {u"an approval of a validation that is not done"_s,
         pipeline + u"modo = 'validar' and estado <> 'concluido' and "_s + followers + u" <> 0"_s},
        {u"an item that is done without its entry in the journal"_s,
         pipeline + u"estado = 'concluido' and "_s + completions + u" <> 1"_s},
        {u"an item with such an entry that is not done"_s,
         pipeline + u"estado <> 'concluido' and "_s + completions + u" <> 0"_s},
        {u"an item that is done without its event"_s,
         pipeline
             + u"estado = 'concluido' and (select count(*) from run_event where item_id = i.id and kind = 'finished' "
               "and json_extract(payload, '$.estado') = 'concluido') <> 1"_s},
        {u"an item that is done without a result"_s,
         pipeline + u"estado in ('concluido', 'falhou', 'cancelado') and resultado is null"_s},
        {u"an item that failed without any entry"_s,
         pipeline
             + u"estado = 'falhou' and not exists (select 1 from journal where item_id = i.id "
               "and act in ('item.completed', 'item.abandoned'))"_s},
        {u"a running item without its attempt"_s,
         pipeline + u"estado = 'executando' and (reserva_expira_em is null or "_s + openAttempts + u" <> 1)"_s},
        {u"an open attempt at an item that does not run"_s,
         pipeline + u"estado <> 'executando' and "_s + openAttempts + u" <> 0"_s},
        {u"attempts that were not counted"_s,
         pipeline + u"tentativa <> (select count(*) from run_attempt where item_id = i.id)"_s},
        {u"claims that were not recorded"_s,
         pipeline + u"cerca <> (select count(*) from journal where item_id = i.id and act = 'item.claimed')"_s},
        {u"an approved release without its deployment"_s,
         approval + u"json_extract(resultado, '$.decisao') = 'aprovado' and "_s + followers + u" <> 1"_s},
        {u"a deployment that nobody approved"_s,
         approval + u"coalesce(json_extract(resultado, '$.decisao'), '') <> 'aprovado' and "_s + followers
             + u" <> 0"_s},
        {u"a decision without its entry"_s, approval + u"(estado = 'concluido') <> "_s + decisions},
        {u"an item from nowhere"_s,
         where
             + u"origem_id is null and not exists (select 1 from journal where item_id = i.id and act = 'item.inserted')"_s},
        {u"an answer without its entry"_s,
         where
             + u"(select count(*) from run_effect where item_id = i.id and answer is not null) "
               "<> (select count(*) from journal where item_id = i.id and act = 'deployment.created')"_s},
    };
}

} // namespace

class TestBacklogFaults : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // In memory where that can be had: no test here pulls the plug, and 4,000 commits wait for a disk for long.
        const QString memory = u"/dev/shm"_s;
        m_folder = QFileInfo(memory).isWritable()
            ? std::make_unique<QTemporaryDir>(memory + u"/tst_backlogfaults-XXXXXX"_s)
            : std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void killedInTheMiddleOfEachWrite()
    {
        QElapsedTimer time;
        time.start();
        auto random = QRandomGenerator::securelySeeded();
        int rounds = 0;
        QList<QByteArray> acknowledged;
        for (; time.elapsed() < 12'000; ++rounds) {
            std::array<QProcess, 2> actors;
            for (size_t i = 0; i < actors.size(); ++i)
                start(actors[i], {u"churn"_s, url(), u"r%1"_s.arg(i)});
            if (rounds > 0 && random.bounded(8) > 0) // else also while they open the database
                QVERIFY(actors.front().waitForReadyRead(30'000));
            for (auto &actor : actors) {
                (void)actor.waitForFinished(random.bounded(80));
                QVERIFY2(actor.state() == QProcess::Running, actor.readAllStandardError().constData());
                actor.kill();
                QVERIFY(actor.waitForFinished());
            }
            for (auto &actor : actors) {
                QList<QByteArray> lines = actor.readAllStandardOutput().split('\n');
                lines.removeLast(); // of which the kill may have left a part
                acknowledged += lines;
            }
            checkDatabase();
            if (QTest::currentTestFailed())
                return;
        }
        checkAcknowledged(acknowledged);
        // It was no test if they were killed before they did anything.
        OutsideSql outside(path());
        for (const auto &act : {u"item.inserted"_s, u"item.claimed"_s, u"item.completed"_s, u"item.postponed"_s,
                                u"item.retried"_s, u"item.cancelled"_s, u"release.approved"_s, u"release.rejected"_s})
            QVERIFY2(outside.value(u"select count(*) from journal where act = '%1'"_s.arg(act)).toInt() > 0,
                     qPrintable(act));
        QVERIFY2(outside.value(u"select count(*) from run_attempt where outcome = 'lost'"_s).toInt() > 0,
                 "nobody was killed at work");
        qInfo("%d rounds, %d acts acknowledged", rounds, int(acknowledged.size()));
    }

    void twoProcessesDrainTwoThousandItems()
    {
        constexpr int items = 2000;
        {
            const auto made = store::Database::open(url());
            VERIFY_RESULT(made);
            OutsideSql producer(path());
            VERIFY_RESULT(producer.run(uR"(with recursive n(i) as (select 1 union all select i + 1 from n where i < %1)
                insert into backlog (tipo, contexto, prioridade)
                select 'executar_pipeline', '{"modo": "validar", "release_ref": "r' || i || '"}', i % 7 from n)"_s.arg(
                items)));
        }
        std::array<QProcess, 2> actors;
        for (size_t i = 0; i < actors.size(); ++i)
            start(actors[i], {u"drain"_s, url(), u"r%1"_s.arg(i)});
        QMap<qint64, int> completed;
        for (auto &actor : actors) {
            QVERIFY(actor.waitForFinished(100'000));
            QVERIFY2(actor.exitCode() == 0, actor.readAllStandardError().constData());
            int mine = 0;
            for (; actor.canReadLine(); ++mine)
                ++completed[actor.readLine().split(' ').value(1).toLongLong()];
            QVERIFY(mine > 0);
        }
        QCOMPARE(completed.size(), items);
        QCOMPARE(QSet<int>(completed.begin(), completed.end()), QSet<int>{1});
        OutsideSql outside(path());
        QCOMPARE(outside
                     .value(u"select count(*) from backlog where tipo = 'executar_pipeline' and estado = 'concluido' "
                            "and cerca = 1 and tentativa = 1"_s)
                     .toInt(),
                 items);
        QCOMPARE(outside.value(u"select count(*) from backlog where tipo = 'aprovar_release'"_s).toInt(), items);
        QCOMPARE(outside.value(u"select count(distinct origem_id) from backlog"_s).toInt(), items);
        QCOMPARE(outside.value(u"select count(*) from run_attempt"_s).toInt(), items);
        QCOMPARE(outside.value(u"select count(distinct item_id) from journal where act = 'item.completed'"_s).toInt(),
                 items);
        QCOMPARE(outside.value(u"select count(*) from journal"_s).toInt(), 2 * items);
        const auto database = store::Database::open(url());
        VERIFY_RESULT(database);
        const auto verdict = audit::Journal(**database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
    }

private:
    QString path() const { return m_folder->filePath(u"backlog.sqlite"_s); }
    QString url() const { return u"sqlite:"_s + path(); }

    static void start(QProcess &process, const QStringList &arguments)
    {
        process.start(QStringLiteral(BACKLOG_ACTOR), arguments);
    }

    /// Opens the file as the next program would, and looks for what must never be.
    void checkDatabase()
    {
        const auto database = store::Database::open(url());
        VERIFY_RESULT(database);
        const auto verdict = audit::Journal(**database).verify({});
        VERIFY_RESULT(verdict);
        QVERIFY2(verdict->isIntact(), qPrintable(verdict->problem));
        OutsideSql outside(path());
        QCOMPARE(outside.value(u"pragma integrity_check"_s).toString(), u"ok"_s);
        QVERIFY(outside.run(u"pragma foreign_key_check"_s)->isEmpty());
        const auto all = impossibilities();
        for (const Impossible &impossible : all) {
            const auto found = outside.run(impossible.sql);
            VERIFY_RESULT(found);
            QVERIFY2(found->isEmpty(),
                     qPrintable(u"%1: item %2"_s.arg(
                         impossible.what, found->isEmpty() ? QString() : found->first().first().toString())));
        }
    }

    /// What was acknowledged to somebody is there.
    void checkAcknowledged(const QList<QByteArray> &lines)
    {
        OutsideSql outside(path());
        for (const QByteArray &line : lines) {
            const QList<QByteArray> words = line.split(' ');
            QCOMPARE(words.size(), 3);
            const QString id = QString::fromLatin1(words[1]);
            const QString row = u"select count(*) from backlog where id = %1"_s.arg(id);
            const bool there = words[0] == "inserted" ? outside.value(row).toInt() == 1
                                                      : outside.value(row + u" and estado = 'concluido'"_s).toInt() == 1
                    && (words[2] == "0"
                        || outside
                                .value(
                                    u"select origem_id from backlog where id = %1"_s.arg(QString::fromLatin1(words[2])))
                                .toString()
                            == id);
            QVERIFY2(there, line.constData());
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestBacklogFaults)
#include "tst_backlogfaults.moc"
