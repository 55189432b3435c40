// SPDX-License-Identifier: Apache-2.0
#include "models/contract/pipelineresult.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using contract::CheckStatus;
using contract::Mode;
using contract::PipelineResult;
using contract::ProductDeployment;
using contract::StageStatus;

namespace {

QJsonObject parsed(const char *json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

} // namespace

class TestPipelineResult : public QObject {
    Q_OBJECT

private slots:
    void nothingReached_data()
    {
        QTest::addColumn<bool>("deploy");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("validar") << false << QByteArray(R"({"status": "falha", "modo": "validar", "etapas": {
            "validate": {"status": "skipped", "erros": [], "avisos": []},
            "test": {"status": "skipped", "cobertura": null, "passou": 0, "falhou": 0, "falhas": []}}})");
        QTest::newRow("implantar") << true << QByteArray(R"({"status": "falha", "modo": "implantar", "etapas": {
            "deploy": {"status": "skipped", "deployment_id": null, "commit_workers": null, "deployments": []},
            "verify": {"status": "skipped", "checks": []}}})");
    }

    void nothingReached()
    {
        QFETCH(bool, deploy);
        QFETCH(QByteArray, json);
        const PipelineResult result(deploy ? Mode::Deploy : Mode::Validate);
        QCOMPARE(result.toJson(), parsed(json.constData()));
        QVERIFY(result.mode() == (deploy ? Mode::Deploy : Mode::Validate));
    }

    void aFailedValidation()
    {
        PipelineResult result(Mode::Validate);
        result.reason = u"coverage 61 % below 80 %"_s;
        result.manifest = u"c0ffee"_s;
        auto &half = std::get<PipelineResult::ValidateHalf>(result.stages);
        half.validate.status = StageStatus::Failed;
        Finding finding;
        finding.rule = u"r"_s;
        finding.path = u"Genesis/a.bpmn"_s;
        finding.message = u"m"_s;
        finding.line = 7;
        half.validate.errors = {finding};
        finding.severity = Severity::Info;
        half.validate.warnings = {finding};
        half.test.status = StageStatus::Failed;
        half.test.coverage = 61.25;
        half.test.passed = 9;
        half.test.failed = 2;
        half.test.failures = {{u"worker/a/x.test.js"_s, u"soma"_s, u"expected 3"_s, 12},
                              {u"worker/a/y.test.js"_s, u""_s, u"cannot be loaded"_s, 0}};
        QCOMPARE(result.toJson(), parsed(R"({"status": "falha", "modo": "validar", "motivo": "coverage 61 % below 80 %",
            "manifesto": "c0ffee", "etapas": {
            "validate": {"status": "failed",
                "erros": [{"arquivo": "a.bpmn", "path": "Genesis/a.bpmn", "linha": 7, "coluna": null, "elemento": null,
                           "regra": "r", "severidade": "error", "mensagem": "m"}],
                "avisos": [{"arquivo": "a.bpmn", "path": "Genesis/a.bpmn", "linha": 7, "coluna": null, "elemento": null,
                            "regra": "r", "severidade": "info", "mensagem": "m"}]},
            "test": {"status": "failed", "cobertura": 61.25, "passou": 9, "falhou": 2, "falhas": [
                {"arquivo": "worker/a/x.test.js", "teste": "soma", "mensagem": "expected 3", "linha": 12},
                {"arquivo": "worker/a/y.test.js", "teste": "", "mensagem": "cannot be loaded", "linha": null}]}}})"));
    }

    void aDeployment()
    {
        PipelineResult result(Mode::Deploy);
        result.success = true;
        auto &half = std::get<PipelineResult::DeployHalf>(result.stages);
        half.deploy.status = StageStatus::Success;
        half.deploy.workerCommit = QString(40, u'b');
        ProductDeployment genesis{u"Genesis"_s,
                                  u"8f3c"_s,
                                  u"Genesis-20261124-143152"_s,
                                  {{u"analise"_s, 3, u"analise:3:9"_s}},
                                  {u"Genesis/a.bpmn"_s},
                                  {u"Genesis/b.dmn"_s}};
        ProductDeployment prometheus;
        prometheus.product = u"Prometheus"_s;
        prometheus.unchanged = {u"Prometheus/c.bpmn"_s};
        half.deploy.deployments = {genesis, prometheus};
        half.verify.status = StageStatus::Success;
        half.verify.checks = {{u"engine"_s, CheckStatus::Success, u"7.24.0"_s, 12},
                              {u"workers"_s, CheckStatus::Skipped, u""_s, 0}};
        QCOMPARE(result.toJson(), parsed(R"({"status": "sucesso", "modo": "implantar", "etapas": {
            "deploy": {"status": "success", "deployment_id": "8f3c", "commit_workers": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
                "deployments": [
                    {"produto": "Genesis", "deployment_id": "8f3c", "nome": "Genesis-20261124-143152",
                     "definicoes": [{"chave": "analise", "versao": 3, "id": "analise:3:9"}],
                     "enviados": ["Genesis/a.bpmn"], "inalterados": ["Genesis/b.dmn"]},
                    {"produto": "Prometheus", "deployment_id": null, "nome": "", "definicoes": [], "enviados": [],
                     "inalterados": ["Prometheus/c.bpmn"]}]},
            "verify": {"status": "success", "checks": [
                {"nome": "engine", "status": "success", "detalhe": "7.24.0", "duracao_ms": 12},
                {"nome": "workers", "status": "skipped", "detalhe": "", "duracao_ms": 0}]}}})"));

        for (const ProductDeployment &deployment : half.deploy.deployments) {
            const auto read = ProductDeployment::fromJson(deployment.toJson());
            QCOMPARE(read.toJson(), deployment.toJson());
            QCOMPARE(read.definitions, deployment.definitions);
        }
    }

    void theFirstProductsDeployment()
    {
        contract::DeployResult deploy;
        QVERIFY(deploy.deploymentId().isEmpty());
        deploy.deployments.resize(2);
        deploy.deployments[1].deploymentId = u"2"_s;
        QVERIFY(deploy.toJson()[u"deployment_id"_s].isNull());
        deploy.deployments[0].deploymentId = u"1"_s;
        QCOMPARE(deploy.toJson()[u"deployment_id"_s].toString(), u"1"_s);
    }

    void words()
    {
        QCOMPARE(contract::toString(StageStatus::Success), u"success"_s);
        QCOMPARE(contract::toString(StageStatus::Failed), u"failed"_s);
        QCOMPARE(contract::toString(StageStatus::Skipped), u"skipped"_s);
        QCOMPARE(contract::toString(CheckStatus::Success), u"success"_s);
        QCOMPARE(contract::toString(CheckStatus::Failed), u"failed"_s);
        QCOMPARE(contract::toString(CheckStatus::Unknown), u"unknown"_s);
        QCOMPARE(contract::toString(CheckStatus::Skipped), u"skipped"_s);
    }
};

QTEST_GUILESS_MAIN(TestPipelineResult)
#include "tst_pipelineresult.moc"
