// SPDX-License-Identifier: Apache-2.0
#include "backlog/releasehistory.h"
#include "store/database.h"

#include "support/outsidesql.h"
#include "support/resultchecks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using backlog::EnvironmentState;
using backlog::ReleaseFilter;
using backlog::ReleaseGrouping;
using backlog::ReleaseHistory;
using backlog::ReleaseRow;
using backlog::ReleaseState;
using store::Database;
using tests::OutsideSql;

namespace {

const QStringList Environments{u"homologacao"_s, u"producao"_s};

/// One item of the release R-1: "validar", "aprovar", "implantar" or another tipo, then its estado.
struct Step {
    QString kind;
    QString state;
    QString result = u"{}"_s;
};

} // namespace

Q_DECLARE_METATYPE(Step)

class TestReleaseHistory : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(u"sqlite:"_s + m_folder->filePath(u"a.sqlite"_s));
        VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_outside = std::make_unique<OutsideSql>(m_database->fileName());
        m_history = std::make_unique<ReleaseHistory>(*m_database, u"producao"_s);
    }

    void cleanup()
    {
        m_history.reset();
        m_outside.reset();
        m_database.reset();
        m_folder.reset();
    }

    void theStateOfARelease_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<ReleaseState>("state");
        QTest::addColumn<int>("current");
        const auto row = [](const char *name, const QList<Step> &steps, ReleaseState state, int current) {
            QTest::newRow(name) << steps << state << current;
        };
        const Step validated{u"validar"_s, u"concluido"_s};
        const Step approved{u"aprovar"_s, u"concluido"_s, uR"({"decisao": "aprovado"})"_s};
        row("queued", {{u"validar"_s, u"pendente"_s}}, ReleaseState::Queued, 1);
        row("validating", {{u"validar"_s, u"executando"_s}}, ReleaseState::Validating, 1);
        row("did not pass", {{u"validar"_s, u"falhou"_s}}, ReleaseState::Failed, 1);
        row("validated", {validated}, ReleaseState::Validated, 1);
        row("waits", {validated, {u"aprovar"_s, u"pendente"_s}}, ReleaseState::WaitingApproval, 2);
        row("waits while it is validated again",
            {validated, {u"aprovar"_s, u"pendente"_s}, {u"validar"_s, u"executando"_s}}, ReleaseState::WaitingApproval,
            2);
        row("rejected", {validated, {u"aprovar"_s, u"concluido"_s, uR"({"decisao": "rejeitado"})"_s}},
            ReleaseState::Rejected, 2);
        row("rejected, then better",
            {validated, {u"aprovar"_s, u"concluido"_s, uR"({"decisao": "rejeitado"})"_s}, validated},
            ReleaseState::Validated, 3);
        row("will be deployed", {validated, approved, {u"implantar"_s, u"pendente"_s}}, ReleaseState::Queued, 3);
        row("deploying", {validated, approved, {u"implantar"_s, u"executando"_s}}, ReleaseState::Deploying, 3);
        row("deployed", {validated, approved, {u"implantar"_s, u"concluido"_s}}, ReleaseState::Succeeded, 3);
        row("deployed and handed back",
            {validated, approved, {u"implantar"_s, u"concluido"_s}, {u"validar_implantacao"_s, u"pendente"_s}},
            ReleaseState::Succeeded, 3);
        row("deployment failed", {validated, approved, {u"implantar"_s, u"falhou"_s}}, ReleaseState::Failed, 3);
        row("deployment failed, validated again since", {validated, approved, {u"implantar"_s, u"falhou"_s}, validated},
            ReleaseState::Failed, 3);
        row("cancelled", {{u"validar"_s, u"cancelado"_s}}, ReleaseState::Cancelled, 1);
    }

    void theStateOfARelease()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(ReleaseState, state);
        QFETCH(int, current);
        for (const Step &step : steps)
            insert(u"R-1"_s, step);
        const auto rows = m_history->rows({}, {}, Environments, {});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1);
        QVERIFY(rows->first().state == state);
        QCOMPARE(rows->first().current.id, current);
        QCOMPARE(rows->first().first, 1);
        // The same when the states came one after another.
        VERIFY_RESULT(m_outside->run(u"create table kept as select id, estado from backlog"_s));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'pendente'"_s));
        VERIFY_RESULT(
            m_outside->run(u"update backlog set estado = (select estado from kept where kept.id = backlog.id)"_s));
        QVERIFY(m_history->rows({}, {}, Environments, {})->first().state == state);
        for (int wanted = 0; wanted < backlog::ReleaseStateCount; ++wanted)
            QCOMPARE(m_history->rows({.states = {ReleaseState(wanted)}}, {}, {}, {})->size(),
                     wanted == int(state) ? 1 : 0);
    }

    void whatIsNoRelease()
    {
        insert(u"R-1"_s, {u"other"_s, u"pendente"_s});
        insert(u""_s, {u"validar"_s, u"pendente"_s});
        QCOMPARE(m_history->rows({}, {}, Environments, {})->size(), 0);
        COMPARE_ERROR(m_history->details(u"R-1"_s, Environments, {}), ErrorCode::NotFound);
    }

    void whatRunsWhere()
    {
        insert(u"R-1"_s, {u"implantar"_s, u"concluido"_s}, u"homologacao"_s);
        insert(u"R-1"_s, {u"implantar"_s, u"concluido"_s});
        insert(u"R-2"_s, {u"implantar"_s, u"concluido"_s}, u"homologacao"_s);
        QVERIFY(cells(u"R-1"_s) == (QList{EnvironmentState::Replaced, EnvironmentState::RunsNow}));
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::None}));
        QVERIFY(state(u"R-1"_s) == ReleaseState::Succeeded);
        insert(u"R-2"_s, {u"implantar"_s, u"pendente"_s});
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::None}));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'executando', tentativa = 1 where id = 4"_s));
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::Deploying}));
        QVERIFY(cells(u"R-1"_s) == (QList{EnvironmentState::Replaced, EnvironmentState::RunsNow}));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'falhou' where id = 4"_s));
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::Failed}));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'cancelado' where id = 4"_s));
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::Unknown}));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'concluido' where id = 4"_s));
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::RunsNow, EnvironmentState::RunsNow}));
        QVERIFY(cells(u"R-1"_s) == (QList{EnvironmentState::Replaced, EnvironmentState::Replaced}));
        QVERIFY(state(u"R-1"_s) == ReleaseState::Replaced);
        // An older item that is tried again goes out later than the newer one.
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'pendente' where id = 2"_s));
        VERIFY_RESULT(m_outside->run(u"update backlog set estado = 'concluido' where id = 2"_s));
        QVERIFY(cells(u"R-1"_s) == (QList{EnvironmentState::Replaced, EnvironmentState::RunsNow}));
        QCOMPARE(*m_history->countInAnEnvironment({}, {}), 2);
        QCOMPARE(*m_history->countInAnEnvironment({.text = u"R-1"_s}, {}), 1);
    }

    void theDefaultEnvironmentNeedsNoName()
    {
        insert(u"R-1"_s, {u"implantar"_s, u"concluido"_s}, u"producao"_s);
        insert(u"R-2"_s, {u"implantar"_s, u"concluido"_s}, u""_s);
        QVERIFY(cells(u"R-2"_s) == (QList{EnvironmentState::None, EnvironmentState::RunsNow}));
        QVERIFY(cells(u"R-1"_s) == (QList{EnvironmentState::None, EnvironmentState::Replaced}));
    }

    void groupsAndPages()
    {
        for (int i = 1; i <= 30; ++i)
            insert(u"R-%1"_s.arg(i), {u"validar"_s, i % 3 == 0 ? u"falhou"_s : u"concluido"_s}, {},
                   i <= 10 ? u"S027"_s : u"S028"_s);
        const auto bySprint = m_history->groups({}, ReleaseGrouping::Sprint, {});
        VERIFY_RESULT(bySprint);
        QCOMPARE(bySprint->size(), 2);
        QCOMPARE(bySprint->at(0).sprint, u"S028"_s);
        QCOMPARE(bySprint->at(0).total(), 20);
        QCOMPARE(bySprint->at(1).of(ReleaseState::Failed), 3);
        const auto byState = m_history->groups({}, ReleaseGrouping::State, {});
        VERIFY_RESULT(byState);
        QCOMPARE(byState->size(), 2);
        QVERIFY(byState->at(0).state == ReleaseState::Failed && byState->at(0).total() == 10);
        QVERIFY(byState->at(1).state == ReleaseState::Validated && byState->at(1).total() == 20);
        QCOMPARE(m_history->groups({}, ReleaseGrouping::None, {})->first().total(), 30);
        QStringList names;
        qint64 before = 0;
        for (;;) {
            const auto page = m_history->rows({}, {.sprint = u"S028"_s, .before = before, .limit = 7}, {}, {});
            VERIFY_RESULT(page);
            if (page->isEmpty())
                break;
            for (const ReleaseRow &row : *page)
                names << row.releaseRef;
            before = page->last().first;
        }
        QCOMPARE(names.size(), 20);
        QCOMPARE(names.first(), u"R-30"_s);
        QCOMPARE(names.last(), u"R-11"_s);
        QCOMPARE(m_history->rows({}, {.state = ReleaseState::Failed, .limit = 3}, {}, {})->last().releaseRef,
                 u"R-24"_s);
    }

    void filters()
    {
        insert(u"R-1"_s, {u"validar"_s, u"falhou"_s}, {}, {}, u"ana"_s);
        insert(u"R-2"_s, {u"validar"_s, u"concluido"_s}, {}, {}, u"paulo"_s, u"Prometheus"_s);
        insert(u"R-3"_s, {u"implantar"_s, u"concluido"_s}, {}, {}, u"paulo"_s);
        insert(u"R-2"_s, {u"implantar"_s, u"pendente"_s}, u"homologacao"_s, {}, u"paulo"_s, u"Prometheus"_s);
        const auto names = [&](const ReleaseFilter &filter) {
            QStringList list;
            for (const ReleaseRow &row : m_history->rows(filter, {}, {}, {}).value_or(QList<ReleaseRow>(9)))
                list << row.releaseRef;
            return list;
        };
        QCOMPARE(names({}), (QStringList{u"R-3"_s, u"R-2"_s, u"R-1"_s}));
        QCOMPARE(names({.text = u"r-2"_s}), QStringList{u"R-2"_s});
        QCOMPARE(names({.states = {ReleaseState::Failed, ReleaseState::Succeeded}}), (QStringList{u"R-3"_s, u"R-1"_s}));
        QCOMPARE(names({.states = {ReleaseState::Replaced}}), QStringList());
        QCOMPARE(names({.inAnEnvironment = true}), QStringList{u"R-3"_s});
        QCOMPARE(names({.preparedBy = {u"paulo"_s}}), (QStringList{u"R-3"_s, u"R-2"_s}));
        QCOMPARE(names({.products = {u"Prometheus"_s}}), QStringList{u"R-2"_s});
        QCOMPARE(names({.products = {u"Genesis"_s, u"Prom"_s}}), (QStringList{u"R-3"_s, u"R-1"_s}));
        QCOMPARE(names({.environment = u"homologacao"_s}), QStringList{u"R-2"_s});
        QCOMPARE(names({.environment = u"producao"_s}), (QStringList{u"R-3"_s, u"R-2"_s, u"R-1"_s})); // by default
        QCOMPARE(names({.environment = u"teste"_s}), QStringList());
        const auto groups = m_history->groups({.environment = u"homologacao"_s}, ReleaseGrouping::None, {});
        VERIFY_RESULT(groups);
        QCOMPARE(groups->first().total(), 1);
        QCOMPARE(*m_history->preparers({}), (QStringList{u"ana"_s, u"paulo"_s}));
    }

    void aReleaseInFull()
    {
        insert(u"R-1"_s, {u"validar"_s, u"falhou"_s, uR"({"manifesto": "8b1e"})"_s});
        insert(u"R-1"_s, {u"validar"_s, u"concluido"_s, uR"({"manifesto": "2c90"})"_s});
        insert(
            u"R-1"_s,
            {u"aprovar"_s, u"concluido"_s,
             uR"({"decisao": "aprovado", "por": "paulo", "motivo": "seen", "em": "2026-11-24T14:31:52.000Z", "ambiente": "producao", "manifesto": "2c90"})"_s});
        insert(u"R-1"_s, {u"implantar"_s, u"falhou"_s});
        VERIFY_RESULT(m_outside->run(u"insert into run_attempt (item_id, attempt, runner, host, outcome) values "
                                     "(4, 1, 'r', 'h', 'lost'), (4, 2, 'r', 'h', 'falhou')"_s));
        VERIFY_RESULT(m_outside->run(
            u"insert into run_stage (item_id, attempt, stage, status, done, total) values "
            "(4, 1, 'deploy', 'running', 1, 3), (4, 2, 'deploy', 'success', 3, 3), (4, 2, 'verify', 'failed', 1, 2)"_s));
        const auto details = m_history->details(u"R-1"_s, Environments, {});
        VERIFY_RESULT(details);
        QVERIFY(details->release.state == ReleaseState::Failed);
        QVERIFY(details->release.environments.last() == EnvironmentState::Failed);
        QCOMPARE(details->items.size(), 4);
        QCOMPARE(details->items[0].item.id, 4);
        QCOMPARE(details->items[0].attempts.size(), 2);
        QCOMPARE(details->items[0].attempts[0].number, 2);
        QCOMPARE(details->items[0].attempts[1].outcome, u"lost"_s);
        QCOMPARE(details->items[0].stages.size(), 3);
        QCOMPARE(details->items[0].stages[2].stage, u"verify"_s);
        QVERIFY(details->items[1].decision.has_value() && details->items[1].decision->approved);
        QCOMPARE(details->items[1].decision->by, u"paulo"_s);
        QCOMPARE(details->manifests, (QStringList{u"2c90"_s, u"8b1e"_s}));
        QVERIFY(details->release.updatedAt.isValid());
    }

    void filesOfTheNewestReleases()
    {
        insert(u"R-1"_s, {u"validar"_s, u"concluido"_s});
        insert(u"R-2"_s, {u"validar"_s, u"concluido"_s}, {}, {}, {}, u"Prometheus"_s);
        insert(u"R-1"_s, {u"implantar"_s, u"concluido"_s});
        VERIFY_RESULT(m_outside->run(uR"(update backlog set contexto = json_set(contexto, '$.artefatos', json('[
                {"tipo": "bpmn", "path": "Genesis/bpmn/Emite-Boleto.bpmn"}, {"tipo": "form", "path": "Genesis/form/boleto.form"},
                7, {"tipo": "dmn"}]')) where id = 3)"_s));
        const auto found = [&](const QString &text, int limit = 12) {
            QStringList list;
            for (const auto &file : m_history->files(text, limit, {}).value_or(QList<backlog::ReleaseFile>(9)))
                list << file.item.releaseRef + u' ' + file.product() + u' ' + file.kind + u' ' + file.name();
            return list;
        };
        const QString process = u"R-1 Genesis bpmn Emite-Boleto.bpmn"_s;
        QCOMPARE(found(u"boleto"_s), (QStringList{process, u"R-1 Genesis form boleto.form"_s}));
        QCOMPARE(found(u"boleto emite"_s), QStringList{process});
        QCOMPARE(found(u"boleto"_s, 1), QStringList{process});
        QCOMPARE(found(u"a.dmn"_s), QStringList{u"R-2 Prometheus dmn a.dmn"_s}); // R-1 has other files by now
        QCOMPARE(found(u"genesis"_s), QStringList()); // no file is called so
        QCOMPARE(found({}).first(), u"R-2 Prometheus dmn a.dmn"_s);
        QCOMPARE(m_history->files(u"boleto"_s, 1, {})->first().item.id, 3);
    }

    void filesAreFoundThroughTheItemThatListsThem()
    {
        insert(u"R-1"_s, {u"validar"_s, u"concluido"_s});
        VERIFY_RESULT(m_outside->run(u"insert into backlog (tipo, origem_id, contexto) values ('aprovar_release', 1, "
                                     "json_object('release_ref', 'R-1'))"_s));
        const auto files = m_history->files(u"a.dmn"_s, 12, {});
        VERIFY_RESULT(files);
        QCOMPARE(files->size(), 1);
        QCOMPARE(files->first().item.id, 2);
        QVERIFY(files->first().item.state == backlog::QueueState::WaitingApproval);
    }

private:
    void insert(const QString &release, const Step &step, const QString &environment = u"producao"_s,
                const QString &sprint = u"S028"_s, const QString &by = u"ana"_s, const QString &product = u"Genesis"_s)
    {
        const bool runs = step.kind == "validar"_L1 || step.kind == "implantar"_L1;
        const QString type = runs       ? u"executar_pipeline"_s
            : step.kind == "aprovar"_L1 ? u"aprovar_release"_s
                                        : step.kind;
        VERIFY_RESULT(
            m_outside->run(u"insert into backlog (tipo, modo, estado, resultado, criado_por, contexto) values ('%1', "
                           u"%2, '%3', '%4', '%5', "
                           "json_object('release_ref', '%6', 'ambiente', '%7', 'sprint_origem', '%8', 'artefatos', "
                           "json_array(json_object('tipo', 'dmn', 'path', '%9/dmn/a.dmn'))))"_s.arg(
                               type, runs ? u"'"_s + step.kind + u'\'' : u"null"_s, step.state, step.result, by,
                               release, environment, sprint, product)));
    }

    QList<EnvironmentState> cells(const QString &release)
    {
        const auto details = m_history->details(release, Environments, {});
        return details ? details->release.environments : QList<EnvironmentState>();
    }

    ReleaseState state(const QString &release) { return m_history->details(release, {}, {})->release.state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<OutsideSql> m_outside;
    std::unique_ptr<ReleaseHistory> m_history;
};

QTEST_GUILESS_MAIN(TestReleaseHistory)
#include "tst_releasehistory.moc"
