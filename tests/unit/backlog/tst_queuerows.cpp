// SPDX-License-Identifier: Apache-2.0
#include "backlog/queuereader.h"
#include "backlog/sqlitebacklog.h"
#include "events/runlog.h"
#include "store/database.h"

#include "support/backlogsamples.h"
#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::QueueReader;
using backlog::QueueRow;
using backlog::QueueState;
using store::Database;
using tests::OutsideSql;

/// What stands in a row, from all the tables that it comes from.
class TestQueueRows : public QObject {
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

    void aRowOfARun()
    {
        backlog::SqliteBacklog backlog(*m_database);
        const Actor runner = tests::runner(u"runner-02"_s);
        VERIFY_RESULT(
            backlog.insert(tests::sampleItem(contract::Mode::Validate, u"producao"_s, 2), tests::person(u"ana"_s), {}));
        const auto claimed = backlog.claim(tests::everything(), runner, std::chrono::seconds(30), {});
        VERIFY_RESULT(claimed);
        const Claim claim = tests::claimOf(**claimed, runner);
        {
            events::RunLog log(*m_database, claim, {});
            VERIFY_RESULT(log.stageStarted(u"validate"_s, 2));
            log.progress(u"validate"_s, 1, 2, u"faixa-risco.dmn"_s);
            VERIFY_RESULT(log.flush());
        }
        VERIFY_RESULT(backlog.cancel(1, tests::person(u"paulo"_s), {}));
        QueueRow row = m_reader->rows(QList<qint64>{1}, {})->first();
        QVERIFY(row.state == QueueState::Running);
        QVERIFY(row.cancelRequested);
        QCOMPARE(row.stages, (QList<backlog::QueueStage>{{u"validate"_s, u"running"_s, 1, 2, 0}}));
        QCOMPARE(row.runner, u"runner-02"_s);
        QCOMPARE(row.attempt, 1);
        QCOMPARE(row.priority, 2);
        QCOMPARE(row.createdBy, u"ana"_s);
        QCOMPARE(row.releaseRef, u"2026.11.3"_s);
        QVERIFY(row.leaseExpiresAt > row.startedAt && row.startedAt >= row.createdAt);
        QVERIFY(!row.finishedInMs);
        {
            events::RunLog log(*m_database, claim, {});
            VERIFY_RESULT(log.stageEnded(u"validate"_s, contract::StageStatus::Failed));
        }
        contract::PipelineResult result(contract::Mode::Validate);
        auto &half = std::get<contract::PipelineResult::ValidateHalf>(result.stages);
        half.validate.status = contract::StageStatus::Failed;
        half.validate.errors = {Finding(), Finding()};
        result.reason = u"too many"_s;
        VERIFY_RESULT(backlog.complete(claim, {contract::ItemState::Failed, result.toJson(), {}, {}}, {}));
        row = m_reader->rows(QList<qint64>{1}, {})->first();
        QVERIFY(row.state == QueueState::Failed);
        QVERIFY(!row.cancelRequested && !row.cancelled);
        QCOMPARE(row.stages.first().status, u"failed"_s);
        QCOMPARE(row.stages.first().problems, 2);
        QCOMPARE(row.reason, u"too many"_s);
        QVERIFY(row.finishedInMs.has_value() && *row.finishedInMs >= 0);
    }

    void aDecisionAndACancellation()
    {
        backlog::SqliteBacklog backlog(*m_database);
        const Actor ana = tests::person(u"ana"_s);
        VERIFY_RESULT(backlog.insert(tests::sampleApproval(0), ana, {}));
        VERIFY_RESULT(backlog.insert(tests::sampleItem(contract::Mode::Validate), ana, {}));
        QVERIFY(m_reader->rows(QList<qint64>{1}, {})->first().state == QueueState::WaitingApproval);
        VERIFY_RESULT(backlog.decide({1, 0, false, u"the limits differ"_s}, tests::person(u"paulo"_s), {}));
        VERIFY_RESULT(backlog.cancel(2, tests::person(u"marina"_s), {}));
        const auto rows = m_reader->rows({1, 2}, {});
        VERIFY_RESULT(rows);
        QVERIFY(rows->at(0).state == QueueState::Done);
        QCOMPARE(rows->at(0).approved, std::optional(false));
        QCOMPARE(rows->at(0).decidedBy, u"paulo"_s);
        QCOMPARE(rows->at(0).reason, u"the limits differ"_s);
        QVERIFY(rows->at(1).cancelled);
        QCOMPARE(rows->at(1).decidedBy, u"marina"_s);
    }

    void whatNeedsYou()
    {
        insert(u"executar_pipeline"_s, uR"({"modo": "validar", "release_ref": "R-3"})"_s, u"concluido"_s,
               uR"({"etapas": {"validate": {"erros": [], "avisos": [{}, {}, {}]}, "test": {"passou": 214}}})"_s);
        insert(u"aprovar_release"_s, uR"({"release_ref": "R-3", "cobertura": 87.4, "ambiente": "producao"})"_s, {}, {},
               1);
        insert(u"aprovar_release"_s, uR"({"release_ref": "R-2"})"_s, u"concluido"_s,
               uR"({"decisao": "aprovado", "por": "paulo"})"_s);
        const QString deploy = uR"({"modo": "implantar", "release_ref": "%1", "ambiente": "producao"})"_s;
        insert(u"executar_pipeline"_s, deploy.arg(u"R-2"_s), u"falhou"_s, u"{}"_s, 3);
        insert(u"executar_pipeline"_s, uR"({"modo": "validar", "release_ref": "R-9"})"_s, u"falhou"_s);
        insert(u"aprovar_release"_s, uR"({"release_ref": "R-8"})"_s);
        auto list = m_reader->needsYou(2, {});
        VERIFY_RESULT(list);
        QCOMPARE(list->total, 3);
        QCOMPARE(list->rows.size(), 2);
        QCOMPARE(list->rows[0].row.id, 2);
        QCOMPARE(list->rows[0].coverage, std::optional(87.4));
        QCOMPARE(list->rows[0].testsPassed, 214);
        QCOMPARE(list->rows[0].warnings, 3);
        QCOMPARE(list->rows[0].preparedBy, u"producer"_s);
        QCOMPARE(list->rows[1].row.id, 4);
        QCOMPARE(list->rows[1].approvedBy, u"paulo"_s);
        // Tried again under the same name, or replaced by what went out later: nobody has to do anything.
        insert(u"executar_pipeline"_s, deploy.arg(u"R-2"_s));
        QCOMPARE(m_reader->needsYou(9, {})->total, 2);
        insert(u"executar_pipeline"_s, deploy.arg(u"R-7"_s), u"falhou"_s);
        QCOMPARE(m_reader->needsYou(9, {})->total, 3);
        insert(u"executar_pipeline"_s, deploy.arg(u"R-10"_s), u"concluido"_s);
        QCOMPARE(m_reader->needsYou(9, {})->total, 2);
    }

private:
    void insert(const QString &type, const QString &context, const QString &state = {}, const QString &result = {},
                qint64 origin = 0)
    {
        VERIFY_RESULT(m_outside->run(
            u"insert into backlog (tipo, contexto, estado, resultado, origem_id, criado_por) "
            "values ('%1', '%2', coalesce(nullif('%3', ''), 'pendente'), nullif('%4', ''), nullif(%5, 0), 'producer')"_s
                .arg(type, context, state, result, QString::number(origin))));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OutsideSql> m_outside;
    std::unique_ptr<QueueReader> m_reader;
};

QTEST_GUILESS_MAIN(TestQueueRows)
#include "tst_queuerows.moc"
