// SPDX-License-Identifier: Apache-2.0
#include "mockbacklog.h"

#include "models/contract/approval.h"
#include "models/contract/pipelineresult.h"
#include "support/outsidesql.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

struct StageSample {
    const char *name;
    const char *status;
    int done;
    int total;
    int seconds; ///< how long it took, or runs
};

struct ItemSample {
    int id;
    const char *type;
    const char *mode;
    const char *state;
    const char *release;
    const char *sprint;
    std::array<int, 4> artefacts; ///< bpmn, dmn, form, worker
    int age; ///< seconds
    int attempt = 0;
    const char *runner = "";
    int lease = 0; ///< seconds left
    QList<StageSample> stages = {};
    const char *environment = "producao";
    const char *createdBy = "PROMETHEUS";
    QJsonObject result = {};
    int origin = 0;
};

constexpr int Minute = 60;
constexpr int Hour = 3600;
constexpr int Day = 86400;

QString ago(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(-seconds).toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
}

QString quoted(const QJsonObject &object)
{
    return quoted(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QJsonArray artefacts(const std::array<int, 4> &counts)
{
    static const QStringList files[] = {
        {u"Genesis/bpmn/analise-credito.bpmn"_s, u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
         u"Prometheus/bpmn/onboarding-cliente.bpmn"_s, u"Genesis/bpmn/renovacao-limite.bpmn"_s},
        {u"Genesis/dmn/faixa-risco.dmn"_s, u"Genesis/dmn/score-interno.dmn"_s, u"Prometheus/dmn/multa-atraso.dmn"_s},
        {u"Genesis/forms/parecer-analista.form"_s, u"Genesis/forms/validar-renda.html"_s,
         u"Prometheus/forms/acordo.form"_s, u"Prometheus/forms/boas-vindas.form"_s},
        {u"worker/consulta-bureau"_s, u"worker/emite-boleto"_s}};
    static const QStringList types{u"bpmn"_s, u"dmn"_s, u"form"_s, u"worker"_s};
    QJsonArray array;
    for (size_t kind = 0; kind < 4; ++kind) {
        for (int i = 0; i < counts[kind]; ++i) {
            const QString path = files[kind].value(i);
            array << QJsonObject{{u"tipo"_s, types.at(int(kind))},
                                 {u"arquivo"_s, path.section(u'/', -1)},
                                 {u"path"_s, path},
                                 {u"sha"_s, u"9f3c41d8a2b4c6d8e0f1a2b3c4d5e6f708192a3b"_s}};
        }
    }
    return array;
}

QJsonObject passedValidation(int passed, double coverage, int warnings)
{
    contract::PipelineResult result(contract::Mode::Validate);
    result.success = true;
    result.manifest = u"9f3c41d8b6a09e43d21cc58e77b1f0a4c3d2e1f09a8b7c6d5e4f3a2be0b277ab"_s;
    auto &half = std::get<0>(result.stages);
    half.validate.status = contract::StageStatus::Success;
    for (int i = 0; i < warnings; ++i)
        half.validate.warnings << Finding{.rule = u"not-executable"_s,
                                          .severity = Severity::Warning,
                                          .message = u"Gateway \"Pago?\" has no default flow"_s,
                                          .path = u"Genesis/bpmn/analise-credito.bpmn"_s,
                                          .line = 22 + i};
    half.test.status = passed ? contract::StageStatus::Success : contract::StageStatus::Skipped;
    half.test.passed = passed;
    if (passed)
        half.test.coverage = coverage;
    return result.toJson();
}

QJsonObject failedValidation()
{
    contract::PipelineResult result(contract::Mode::Validate);
    auto &half = std::get<0>(result.stages);
    half.validate.status = contract::StageStatus::Failed;
    half.validate.errors << Finding{.rule = u"external-task-topic"_s,
                                    .message = u"External task has no topic"_s,
                                    .path = u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
                                    .element = u"Task_EmitirBoleto"_s,
                                    .line = 14,
                                    .column = 6}
                         << Finding{.rule = u"idref"_s,
                                    .message = u"Sequence flow points to an element that does not exist"_s,
                                    .path = u"Prometheus/bpmn/cobranca-amigavel.bpmn"_s,
                                    .line = 27};
    return result.toJson();
}

QJsonObject deployment(const QString &problem)
{
    contract::PipelineResult result(contract::Mode::Deploy);
    result.success = problem.isEmpty();
    auto &half = std::get<1>(result.stages);
    half.deploy.status = contract::StageStatus::Success;
    half.verify.status = problem.isEmpty() ? contract::StageStatus::Success : contract::StageStatus::Failed;
    half.verify.checks << contract::Check{u"engine"_s, contract::CheckStatus::Success, u"Camunda 7.24.0"_s, 41};
    if (!problem.isEmpty())
        half.verify.checks << contract::Check{u"worker emite-boleto"_s, contract::CheckStatus::Failed, problem, 60000};
    return result.toJson();
}

QJsonObject approvedBy(const QString &person)
{
    contract::Decision decision;
    decision.approved = true;
    decision.by = decision.account = person;
    decision.guarantee = u"declarada"_s;
    decision.reason = u"Plan read; no instance on a removed activity."_s;
    decision.at = QDateTime::currentDateTimeUtc().addSecs(-3 * Hour);
    decision.environment = u"producao"_s;
    decision.manifest = u"a41752c09e1d4b7f8a6c5d3e2f1b0a99a8b7c6d5e4f3a2b1c0d9e8f7a6b59b3e"_s;
    return decision.toJson();
}

QList<StageSample> passedHalf()
{
    return {{"validate", "success", 7, 7, 38}, {"test", "success", 214, 214, 24}};
}

QList<StageSample> deployed()
{
    return {{"deploy", "success", 13, 13, 100}, {"verify", "success", 17, 17, 70}};
}

QList<ItemSample> items()
{
    const char *run = "executar_pipeline";
    const char *approve = "aprovar_release";
    QList<ItemSample> all{
        {48118,
         run,
         "validar",
         "concluido",
         "R-2026.10.9",
         "S026",
         {2, 0, 1, 1},
         2 * Day + Hour,
         1,
         "runner-01",
         0,
         passedHalf(),
         "producao",
         "carla.mendes",
         passedValidation(196, 84.6, 0)},
        {48137,
         approve,
         "",
         "concluido",
         "R-2026.10.9",
         "S026",
         {2, 0, 1, 1},
         2 * Day + 1800,
         0,
         "",
         0,
         {},
         "producao",
         "runner-01",
         approvedBy(u"marina.duarte"_s),
         48118},
        {48140,
         run,
         "implantar",
         "falhou",
         "R-2026.10.9",
         "S026",
         {2, 0, 1, 1},
         2 * Day,
         3,
         "runner-02",
         0,
         {{"deploy", "success", 4, 4, 52}, {"verify", "failed", 11, 12, 168}},
         "producao",
         "marina.duarte",
         deployment(u"worker emite-boleto does not poll its topic"_s),
         48137},
        {48201,
         run,
         "validar",
         "concluido",
         "R-2026.11.3",
         "S028",
         {3, 1, 2, 1},
         46 * Minute,
         1,
         "runner-01",
         0,
         passedHalf(),
         "producao",
         "rafael.nunes",
         passedValidation(214, 87.4, 3)},
        {48207,
         approve,
         "",
         "pendente",
         "R-2026.11.3",
         "S028",
         {3, 1, 2, 1},
         42 * Minute,
         0,
         "",
         0,
         {},
         "producao",
         "runner-01",
         {},
         48201},
        {48178,
         run,
         "validar",
         "concluido",
         "R-2026.11.1-h2",
         "S027",
         {0, 1, 0, 0},
         3 * Hour + 300,
         1,
         "runner-01",
         0,
         {{"validate", "success", 1, 1, 3}, {"test", "skipped", 0, 0, 0}},
         "producao",
         "ana.lima",
         passedValidation(0, 0, 0)},
        {48180,
         approve,
         "",
         "pendente",
         "R-2026.11.1-h2",
         "S027",
         {0, 1, 0, 0},
         3 * Hour,
         0,
         "",
         0,
         {},
         "producao",
         "runner-01",
         {},
         48178},
        {48203,
         run,
         "validar",
         "falhou",
         "R-2026.11.4",
         "S028",
         {2, 1, 1, 1},
         18 * Minute,
         1,
         "runner-01",
         0,
         {{"validate", "failed", 5, 5, 31}},
         "producao",
         "rafael.nunes",
         failedValidation()},
        {48211,
         run,
         "implantar",
         "executando",
         "R-2026.11.2",
         "S027",
         {3, 2, 4, 2},
         6 * Minute,
         1,
         "runner-02",
         24,
         {{"deploy", "running", 7, 13, 72}},
         "producao",
         "paulo.siqueira"},
        {48215,
         run,
         "validar",
         "executando",
         "R-2026.11.5",
         "S029",
         {1, 0, 1, 0},
         12,
         1,
         "runner-01",
         29,
         {{"validate", "running", 1, 2, 10}},
         "producao",
         "joao.prado"},
        {48212,
         run,
         "validar",
         "pendente",
         "R-2026.11.6",
         "S029",
         {4, 1, 3, 0},
         3 * Minute,
         0,
         "",
         0,
         {},
         "producao",
         "joao.prado"},
        {48213,
         run,
         "validar",
         "pendente",
         "R-2026.11.7",
         "S029",
         {1, 1, 0, 2},
         2 * Minute,
         0,
         "",
         0,
         {},
         "producao",
         "carla.mendes"},
        {48209,
         run,
         "implantar",
         "pendente",
         "R-2026.11.0",
         "S026",
         {2, 1, 2, 0},
         9 * Minute,
         1,
         "",
         0,
         {},
         "producao",
         "joao.prado"},
        {48150,
         run,
         "validar",
         "cancelado",
         "R-2026.10.12",
         "S026",
         {1, 0, 0, 1},
         5 * Hour,
         1,
         "runner-01",
         0,
         {{"validate", "success", 2, 2, 9}},
         "producao",
         "carla.mendes"},
    };
    struct Finished {
        const char *release;
        const char *sprint;
        std::array<int, 4> artefacts;
        int age;
        const char *by;
    };
    int id = 48010;
    for (const Finished &each :
         std::initializer_list<Finished>{{"R-2026.10.4", "S025", {2, 0, 1, 0}, 11 * Day, "rafael.nunes"},
                                         {"R-2026.10.7", "S025", {3, 1, 3, 0}, 4 * Day, "ana.lima"},
                                         {"R-2026.10.8", "S026", {2, 1, 1, 1}, 3 * Day, "rafael.nunes"},
                                         {"R-2026.11.1", "S027", {3, 1, 2, 0}, 2 * Hour, "carla.mendes"}}) {
        all << ItemSample{id,
                          run,
                          "validar",
                          "concluido",
                          each.release,
                          each.sprint,
                          each.artefacts,
                          each.age + Hour,
                          1,
                          "runner-01",
                          0,
                          passedHalf(),
                          "producao",
                          each.by,
                          passedValidation(198, 85.1, 0)}
            << ItemSample{id + 1,
                          approve,
                          "",
                          "concluido",
                          each.release,
                          each.sprint,
                          each.artefacts,
                          each.age + 1800,
                          0,
                          "",
                          0,
                          {},
                          "producao",
                          "runner-01",
                          approvedBy(u"paulo.siqueira"_s),
                          id}
            << ItemSample{id + 2,         run,   "implantar", "concluido", each.release, each.sprint, each.artefacts,
                          each.age,       1,     "runner-02", 0,           deployed(),   "producao",  "paulo.siqueira",
                          deployment({}), id + 1}
            << ItemSample{id + 3,
                          "validar_implantacao",
                          "",
                          "concluido",
                          each.release,
                          each.sprint,
                          each.artefacts,
                          each.age - 60,
                          0,
                          "",
                          0,
                          {},
                          "producao",
                          "runner-02",
                          {},
                          id + 2};
        id += 4;
    }
    return all;
}

void insert(OutsideSql &sql, const ItemSample &item)
{
    const auto run = [&](const QString &statement) {
        if (const auto done = sql.run(statement); !done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().text()));
    };
    QJsonObject context{{u"release_ref"_s, QLatin1StringView(item.release)},
                        {u"sprint_origem"_s, QLatin1StringView(item.sprint)},
                        {u"ambiente"_s, QLatin1StringView(item.environment)},
                        {u"artefatos"_s, artefacts(item.artefacts)}};
    if (qstrcmp(item.type, "aprovar_release") == 0) {
        context[u"sprint"_s] = QLatin1StringView(item.sprint);
        const bool tested = item.artefacts[3] > 0;
        context[u"testes_passaram"_s] = tested ? QJsonValue(true) : QJsonValue(QJsonValue::Null);
        context[u"cobertura"_s] = tested ? QJsonValue(87.4) : QJsonValue(QJsonValue::Null);
        context[u"origem"_s] = item.origin;
        context[u"manifesto"_s] = u"9f3c41d8b6a09e43d21cc58e77b1f0a4c3d2e1f09a8b7c6d5e4f3a2be0b277ab"_s;
    }
    const QString mode = QLatin1StringView(item.mode);
    const QString runner = QLatin1StringView(item.runner);
    run(u"insert into backlog(id, tipo, modo, estado, contexto, resultado, tentativa, disponivel_em, reservado_por, "
        "reserva_expira_em, origem_id, criado_em, criado_por, atualizado_em) values (%1)"_s.arg(QStringList{
            QString::number(item.id), quoted(QLatin1StringView(item.type)), mode.isEmpty() ? u"null"_s : quoted(mode),
            quoted(QLatin1StringView(item.state)), quoted(context),
            item.result.isEmpty() ? u"null"_s : quoted(item.result), QString::number(item.attempt),
            quoted(ago(item.id == 48209 ? -3 * Minute : item.age)), runner.isEmpty() ? u"null"_s : quoted(runner),
            runner.isEmpty() ? u"null"_s : quoted(ago(-item.lease)),
            item.origin ? QString::number(item.origin) : u"null"_s, quoted(ago(item.age)),
            quoted(QLatin1StringView(item.createdBy)), quoted(ago(item.age - 1))}
                                                                                                    .join(u", "_s)));
    if (item.attempt == 0)
        return;
    const bool ended = qstrcmp(item.state, "executando") != 0;
    int total = 0;
    for (const StageSample &stage : item.stages)
        total += stage.seconds;
    run(u"insert into run_attempt(item_id, attempt, runner, host, started_at, ended_at, outcome) values (%1, %2, %3, "
        "'worker-server', %4, %5, %6)"_s.arg(item.id)
            .arg(item.attempt)
            .arg(quoted(runner), quoted(ago(item.age + total)), ended ? quoted(ago(item.age)) : u"null"_s,
                 ended ? quoted(QLatin1StringView(item.state)) : u"null"_s));
    int before = total;
    for (const StageSample &stage : item.stages) {
        const bool running = qstrcmp(stage.status, "running") == 0;
        run(u"insert into run_stage(item_id, attempt, stage, status, started_at, ended_at, done, total) values (%1, "
            u"%2, "
            "%3, %4, %5, %6, %7, %8)"_s.arg(item.id)
                .arg(item.attempt)
                .arg(quoted(QLatin1StringView(stage.name)), quoted(QLatin1StringView(stage.status)),
                     quoted(ago(running ? stage.seconds : item.age + before)),
                     running ? u"null"_s : quoted(ago(item.age + before - stage.seconds)))
                .arg(stage.done)
                .arg(stage.total));
        before -= stage.seconds;
    }
}

} // namespace

void fillLikeThePictures(const QString &databaseFile)
{
    OutsideSql sql(databaseFile);
    for (const ItemSample &item : items())
        insert(sql, item);
}

} // namespace pipeline::tests
