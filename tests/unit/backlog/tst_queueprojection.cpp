// SPDX-License-Identifier: Apache-2.0
#include "backlog/queuereader.h"
#include "backlog/sqlitebacklog.h"
#include "store/database.h"

#include "support/backlogsamples.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::ArtefactCounts;
using backlog::QueueReader;
using backlog::QueueRow;
using contract::ItemState;
using contract::Mode;
using store::Database;
using tests::OutsideSql;

/// The triggers that keep the projection, whoever writes to the backlog.
class TestQueueProjection : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_outside = std::make_unique<OutsideSql>(m_database->fileName());
        m_reader = std::make_unique<QueueReader>(*m_database, u"producao"_s);
    }

    void cleanup()
    {
        m_reader.reset();
        m_outside.reset();
        m_database.reset();
        m_folder.reset();
    }

    void anyContextoIsTaken_data()
    {
        QTest::addColumn<QString>("contexto");
        QTest::addColumn<int>("bpmn");
        QTest::newRow("nothing") << u"{}"_s << 0;
        QTest::newRow("no list") << uR"({"artefatos": "abc"})"_s << 0;
        QTest::newRow("null") << uR"({"artefatos": null})"_s << 0;
        QTest::newRow("a number") << uR"({"artefatos": 7})"_s << 0;
        QTest::newRow("an empty list") << uR"({"artefatos": []})"_s << 0;
        QTest::newRow("entries that are no objects")
            << uR"({"artefatos": ["abc", 1, null, [{"tipo": "bpmn"}], true]})"_s << 0;
        QTest::newRow("an entry among others") << uR"({"artefatos": ["x", {"tipo": "bpmn"}]})"_s << 1;
        QTest::newRow("fields of other types")
            << uR"({"artefatos": [{"tipo": {"x": 1}, "path": ["q"], "sha": 7, "arquivo": null}]})"_s << 0;
        QTest::newRow("names of other types")
            << uR"({"release_ref": {"a": 1}, "sprint_origem": 7, "modo": ["x"], "ambiente": false})"_s << 0;
        QTest::newRow("long names") << uR"({"release_ref": "%1", "sprint_origem": "%1", "ambiente": "%1"})"_s.arg(
            QString(5000, u'x')) << 0;
        QTest::newRow("quotes")
            << u"{\"release_ref\": \"a'b\\\"c\", \"artefatos\": [{\"path\": \"'\\\"; drop\", \"sha\": \"*\"}]}"_s << 0;
        QTest::newRow("a zero character") << uR"({"release_ref": "a\u0000b", "artefatos": [{"tipo": "bpmn"}]})"_s << 1;
        QTest::newRow("half of a pair") << uR"({"release_ref": "a\ud83d"})"_s << 0;
        QTest::newRow("deep") << uR"({"artefatos": [%1{"tipo": "bpmn"}%2]})"_s.arg(QString(500, u'['),
                                                                                   QString(500, u']'))
                              << 0;
    }

    void anyContextoIsTaken()
    {
        QFETCH(QString, contexto);
        QFETCH(int, bpmn);
        const QString quoted = QString(contexto).replace(u'\'', "''"_L1);
        VERIFY_RESULT(
            m_outside->run(u"insert into backlog (tipo, contexto) values ('executar_pipeline', '%1')"_s.arg(quoted)));
        VERIFY_RESULT(m_outside->run(u"insert into backlog (tipo, contexto) values ('x', '{}')"_s));
        VERIFY_RESULT(m_outside->run(u"update backlog set contexto = '%1' where id = 2"_s.arg(quoted)));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'executando'"_s));
        checkProjection();
        const auto rows = m_reader->rows({1, 2}, {});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->at(0).artefacts, (ArtefactCounts{.bpmn = bpmn}));
        QCOMPARE(rows->at(1).artefacts, (ArtefactCounts{.bpmn = bpmn}));
        VERIFY_RESULT(m_outside->run(u"delete from backlog"_s));
        checkProjection();
        QCOMPARE(m_outside->value(u"select count(*) from queue_row"_s).toInt(), 0);
    }

    void anOutsideInsertIsUndisturbed()
    {
        const auto first = m_outside->run(
            u"insert into backlog (tipo, contexto) values ('x', '{}'), ('y', '{}') returning id"_s);
        VERIFY_RESULT(first);
        QCOMPARE(m_outside->value(u"select last_insert_rowid()"_s).toInt(), 2);
        QCOMPARE(m_outside->value(u"select changes()"_s).toInt(), 2);
    }

    void whatIsCounted()
    {
        insert(uR"({"artefatos": [{"tipo": "bpmn"}, {"tipo": "dmn"}, {"tipo": "bpmn"}, {"tipo": "form"},
            {"tipo": "worker"}, {"tipo": "worker"}, {"tipo": "worker"}, {"tipo": "zip"}]})"_s);
        QCOMPARE(row(1).artefacts, (ArtefactCounts{2, 1, 1, 3}));
        QCOMPARE(row(1).artefacts.total(), 7);
        VERIFY_RESULT(m_outside->run(uR"(update backlog set contexto = '{"artefatos": [{"tipo": "dmn"}]}')"_s));
        QCOMPARE(row(1).artefacts, (ArtefactCounts{.dmn = 1}));
        checkProjection();
    }

    void aFollowerThatListsNothingHasWhatItFollows()
    {
        insert(
            uR"({"release_ref": "R-1", "sprint_origem": "S029", "artefatos": [{"tipo": "dmn", "path": "Genesis/dmn/faixa-risco.dmn"}]})"_s);
        VERIFY_RESULT(m_outside->run(
            uR"(insert into backlog (tipo, contexto, origem_id) values ('validar_implantacao', '{"release_ref": "R-1"}', 1))"_s));
        QCOMPARE(row(2).artefacts, (ArtefactCounts{.dmn = 1}));
        QCOMPARE(row(2).sprint, u"S029"_s);
        QCOMPARE(found(u"faixa-risco"_s), (QList<qint64>{2, 1}));
        checkProjection();
    }

    void textFollowsTheRow()
    {
        insert(uR"({"release_ref": "R-2026.11.3", "sprint_origem": "S028", "artefatos": [{"tipo": "dmn",
            "path": "Genesis/dmn/faixa-risco.dmn", "sha": "9f3c41d8"}]})"_s,
               u"joao.prado"_s);
        for (const QString &text :
             {u"R-2026.11"_s, u"r-2026.11.3"_s, u"2026.11"_s, u"S028"_s, u"faixa-risco"_s, u"FAIXA"_s, u"risco.dmn"_s,
              u"9f3c41"_s, u"joao"_s, u"1"_s, u"genesis"_s, u"faixa-risco 9f3c"_s, u"Genesis/dmn/faixa-risco.dmn"_s,
              u"  \"faixa-risco\" (R-2026)"_s, u"*"_s})
            QVERIFY2(found(text) == QList<qint64>{1}, qPrintable(text));
        for (const QString &text : {u"R-2026.12"_s, u"aixa"_s, u"faixa-risco S029"_s, u"9f3c41d89"_s, u"NOT joao"_s})
            QVERIFY2(found(text).isEmpty(), qPrintable(text));

        VERIFY_RESULT(
            m_outside->run(uR"(update backlog set contexto = json_set(contexto, '$.release_ref', 'R-2027.1'))"_s));
        QCOMPARE(found(u"R-2026"_s), QList<qint64>());
        QCOMPARE(found(u"R-2027 9f3c"_s), QList<qint64>{1});
        VERIFY_RESULT(m_outside->run(u"update backlog set criado_por = 'ana.lima'"_s));
        QCOMPARE(found(u"joao"_s), QList<qint64>());
        QCOMPARE(found(u"ana"_s), QList<qint64>{1});
        VERIFY_RESULT(m_outside->run(u"delete from backlog"_s));
        QCOMPARE(found(u"ana"_s), QList<qint64>());
        QCOMPARE(m_outside->value(u"select count(*) from queue_search where queue_search match '\"ana\" *'"_s).toInt(),
                 0);
    }

    void anyTextMayBeLookedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("operators") << u"a AND OR NOT (b* ^c {d} : \"e"_s;
        QTest::newRow("a long word") << QString(100'000, u'x');
        QTest::newRow("many words") << u"a "_s.repeated(300);
        QTest::newRow("accents") << u"JOÃO joa\u0303o"_s;
        QTest::newRow("another script") << u"Иван 太郎 \U0001F680 \U0001E900"_s;
        QTest::newRow("a zero character") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("half of a pair") << QString(u"a"_s + QChar(0xd83d) + u"b"_s);
        QTest::newRow("a letter of a newer Unicode") << u"a\u08B5b \uA7C7"_s;
    }

    void anyTextMayBeLookedFor()
    {
        QFETCH(QString, text);
        insert(u"{}"_s, u"joão"_s);
        VERIFY_RESULT(m_reader->rows({.text = text}, {}, {}, {}));
        VERIFY_RESULT(m_reader->counts({.text = text}, {}));
    }

    void replacedRowsLeaveNothing()
    {
        const QString statement = uR"(insert or %1 into backlog (tipo, contexto, chave_idempotencia)
            values ('executar_pipeline', '{"release_ref": "R-%2", "artefatos": [{"tipo": "dmn", "path": "G/%2.dmn"}]}', 'k'))"_s;
        VERIFY_RESULT(m_outside->run(statement.arg(u"abort"_s, u"1"_s)));
        VERIFY_RESULT(m_outside->run(statement.arg(u"ignore"_s, u"2"_s)));
        checkProjection();
        QCOMPARE(found(u"R-"_s), QList<qint64>{1});
        VERIFY_RESULT(m_outside->run(statement.arg(u"replace"_s, u"3"_s)));
        checkProjection();
        QCOMPARE(found(u"R-"_s), QList<qint64>{3}); // the id of the one that was ignored is not used again
        QCOMPARE(found(u"R-1"_s), QList<qint64>());
        VERIFY_RESULT(m_outside->run(
            uR"(insert or replace into backlog (id, tipo, contexto) values (3, 'x', '{"release_ref": "R-4"}'))"_s));
        checkProjection();
        QCOMPARE(row(3).releaseRef, u"R-4"_s);
        QCOMPARE(row(3).type, u"x"_s);
        QCOMPARE(found(u"R-3"_s), QList<qint64>());
        const auto counts = m_reader->counts({}, {});
        VERIFY_RESULT(counts);
        QCOMPARE(counts->total(), 1);
    }

    void whateverTheBacklogDoes()
    {
        backlog::SqliteBacklog backlog(*m_database);
        QRandomGenerator random(4);
        const Actor runner = tests::runner(u"runner-01"_s);
        const Actor person = tests::person(u"ana"_s);
        for (int step = 0; step < 150; ++step) {
            const qint64 any = m_outside->value(u"select coalesce(max(id), 1) from backlog"_s).toLongLong();
            const qint64 one = random.bounded(1, int(any) + 1);
            switch (random.bounded(8)) {
            case 0:
                VERIFY_RESULT(backlog.insert(tests::sampleItem(random.bounded(2) ? Mode::Validate : Mode::Deploy,
                                                               u"producao"_s, random.bounded(3)),
                                             person, {}));
                break;
            case 1: {
                contract::NewItem approval = tests::sampleApproval(0);
                VERIFY_RESULT(backlog.insert(approval, person, {}));
                break;
            }
            case 2:
                (void)backlog.cancel(one, person, {});
                break;
            case 3:
                (void)backlog.retry(one, person, {});
                break;
            case 4:
                if (const auto item = backlog.item(one, {}))
                    (void)backlog.decide({one, item->version, random.bounded(2) == 1, u"because"_s}, person, {});
                break;
            default:
                const auto item = backlog.claim(tests::everything(), runner, std::chrono::seconds(30), {});
                VERIFY_RESULT(item);
                if (!*item)
                    break;
                const Claim claim = tests::claimOf(**item, runner);
                if (random.bounded(3) == 0) {
                    VERIFY_RESULT(backlog.postpone(claim, std::chrono::milliseconds(0), u"later"_s, {}));
                } else {
                    backlog::Completion completion{random.bounded(2) ? ItemState::Done : ItemState::Failed, {}, {}, {}};
                    if (completion.state == ItemState::Done && (*item)->mode == "validar"_L1)
                        completion.follower = tests::sampleApproval((*item)->id);
                    VERIFY_RESULT(backlog.complete(claim, completion, {}));
                }
            }
            if (step % 10 == 0)
                checkProjection();
        }
        checkProjection();
        QVERIFY(m_outside->value(u"select count(*) from queue_facet where items > 0"_s).toInt() > 5);
    }

    void existingRowsAreTakenOver()
    {
        for (int i = 0; i < 20; ++i)
            insert(uR"({"release_ref": "R-%1", "artefatos": [{"tipo": "bpmn", "path": "G/p%1.bpmn"}]})"_s.arg(i));
        VERIFY_RESULT(
            m_outside->run(u"update backlog set estado = 'concluido', modo = 'implantar' where id % 3 = 0"_s));
        const QString states = u"select group_concat(estado || id) from backlog"_s;
        const QString before = m_outside->value(states).toString();
        m_reader.reset();
        m_database.reset();
        for (const QString &kind : {u"trigger"_s, u"view"_s, u"table"_s}) {
            const auto names = m_outside->run(
                u"select name from sqlite_schema where type = '%1' and (name glob 'queue_*' or name glob 'release_*' "
                "or name glob 'journal_choice*') and name not glob 'queue_search_*'"_s.arg(kind));
            VERIFY_RESULT(names);
            for (const QVariantList &name : *names)
                (void)m_outside->run(u"drop %1 if exists %2"_s.arg(kind, name.first().toString()));
        }
        VERIFY_RESULT(m_outside->run(u"drop index journal_kind"_s));
        VERIFY_RESULT(m_outside->run(u"drop index journal_at"_s));
        VERIFY_RESULT(m_outside->run(u"drop index run_effect_open"_s));
        VERIFY_RESULT(m_outside->run(u"pragma user_version = 3"_s));
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_reader = std::make_unique<QueueReader>(*m_database, u"producao"_s);
        checkProjection();
        QCOMPARE(m_outside->value(states).toString(), before);
        QCOMPARE(m_reader->counts({}, {})->total(), 20);
        QCOMPARE(row(20).artefacts, (ArtefactCounts{.bpmn = 1}));
        QCOMPARE(found(u"p19"_s), QList<qint64>{20});
        QCOMPARE(m_outside->value(u"select item_id from release_running"_s).toInt(), 18);
    }

private:
    void insert(const QString &contexto, const QString &createdBy = {})
    {
        VERIFY_RESULT(m_outside->run(
            u"insert into backlog (tipo, contexto, criado_por) values ('executar_pipeline', '%1', '%2')"_s.arg(
                contexto, createdBy)));
    }

    QueueRow row(qint64 id)
    {
        const auto rows = m_reader->rows(QList<qint64>{id}, {});
        return rows && rows->size() == 1 ? rows->first() : QueueRow();
    }

    QList<qint64> found(const QString &text)
    {
        const auto rows = m_reader->rows({.text = text}, {backlog::QueueOrder::Created, true}, {}, {});
        QList<qint64> ids;
        for (const QueueRow &row : rows.value_or(QList<QueueRow>{QueueRow()}))
            ids << row.id;
        return ids;
    }

    /// What the triggers keep is what the views say.
    void checkProjection()
    {
        const QString different =
            u"select count(*) from (select * from (select %1 from %2 except select %1 from %3) union all "
            "select * from (select %1 from %3 except select %1 from %2))"_s;
        const QString columns = u"item_id, facet, rank, line, age, release_ref"_s;
        QCOMPARE(m_outside->value(different.arg(columns, u"queue_row"_s, u"queue_projection"_s)).toInt(), 0);
        QCOMPARE(m_outside->value(different.arg(u"*"_s, u"release_row"_s, u"release_source"_s)).toInt(), 0);
        QCOMPARE(m_outside
                     ->value(u"select count(*) from queue_facet where items <> (select count(*) from queue_row "
                             "where facet = queue_facet.id)"_s)
                     .toInt(),
                 0);
        QCOMPARE(
            m_outside->value(u"select (select count(*) from queue_row) - (select count(*) from backlog)"_s).toInt(), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OutsideSql> m_outside;
    std::unique_ptr<QueueReader> m_reader;
};

QTEST_GUILESS_MAIN(TestQueueProjection)
#include "tst_queueprojection.moc"
