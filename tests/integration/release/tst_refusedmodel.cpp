// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "integration/camunda/models.h"
#include "support/workerserver.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;
using tests::SampleRelease;

namespace {

/// A start that the engine cannot read; the event stands on line 4. The policy asks for no validation, so the engine is
/// the one that says so.
const QByteArray BadTimer = "<startEvent id=\"inicio\"><timerEventDefinition id=\"prazo\"><timeDuration "
                            "xsi:type=\"tFormalExpression\">1h</timeDuration></timerEventDefinition></startEvent>";

} // namespace

/// Releases with a model that is refused: by our own rules, and by the engine.
class TestRefusedModel : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void init();
    void isRefusedInValidation();
    void isRefusedByTheEngine();
    void leavesEarlierProductsDeployed();
    void isRefusedForItsName();
    void isRefusedByThePolicy();

private:
    /// \a release with that body of its process in \a product.
    SampleRelease withProcess(const SampleRelease &release, const QString &product, const QByteArray &body,
                              const QByteArray &attributes = "camunda:historyTimeToLive=\"P30D\"") const
    {
        const bool isFirst = product == "Genesis"_L1;
        const QString id = isFirst ? release.processes().first() : release.processes().last();
        return changed(*m_installation, release, u"%1/bpmn/%2.bpmn"_s.arg(product, id),
                       tests::bpmn(id, body, attributes));
    }
    /// That nothing of the release went out: no version, no push, no call.
    void verifyNothingWentOut(const SampleRelease &release, qint64 item)
    {
        for (const QString &process : release.processes())
            QCOMPARE(versions(process), QList<int>());
        QCOMPARE(m_engine.list(u"decision-definition?key="_s + release.decision()).size(), 0);
        for (const QString &product : {u"Genesis"_s, u"Prometheus"_s})
            QCOMPARE(m_engine.deployments(item, product).size(), 0);
        QCOMPARE(workersHead(*m_installation), m_workersHead);
        QVERIFY(m_server->calls().isEmpty());
    }
    void configure(const QByteArray &policy)
    {
        m_installation->configure(
            environment(m_fixture.url(),
                        "policy = \"" + policy + "\"\nworker_webhook = \"" + m_server->url().toEncoded() + "\"\n"));
    }

    std::unique_ptr<Installation> m_installation;
    std::unique_ptr<tests::WorkerServer> m_server;
    std::unique_ptr<Program> m_program;
    QString m_workersHead;
};

void TestRefusedModel::init()
{
    m_installation = std::make_unique<Installation>();
    m_server = std::make_unique<tests::WorkerServer>(Installation::webhookSecret());
    configure("none");
    m_program = std::make_unique<Program>(*m_installation);
    m_workersHead = workersHead(*m_installation);
}

void TestRefusedModel::isRefusedInValidation()
{
    const auto release = withProcess(m_installation->makeRelease(), u"Genesis"_s, "<startEvent id=\"inicio\"/>",
                                     "camunda:historyTimeToLive=\"P1M\"");
    const QString path = u"Genesis/bpmn/%1.bpmn"_s.arg(release.key);
    const qint64 item = m_program->add(u"validar"_s, release);
    const auto ended = m_program->runOnce();
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.out.startsWith(u"item %1: falha"_s.arg(item).toUtf8()), ended.out);
    QVERIFY2(ended.err.contains((path + u":3 "_s).toUtf8()), ended.err);

    const QJsonObject result = m_program->result(item);
    QCOMPARE(result["status"_L1].toString(), u"falha"_s);
    QCOMPARE(tests::stageOf(result, u"test"_s)["status"_L1].toString(), u"skipped"_s);
    const QJsonArray errors = tests::stageOf(result, u"validate"_s)["erros"_L1].toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0]["path"_L1].toString(), path);
    QCOMPARE(errors[0]["arquivo"_L1].toString(), release.key + ".bpmn"_L1);
    QCOMPARE(errors[0]["linha"_L1].toInt(), 3);
    QCOMPARE(errors[0]["elemento"_L1].toString(), release.key);
    QCOMPARE(errors[0]["regra"_L1].toString(), u"history-time-to-live"_s);
    QCOMPARE(m_program->item(item)["estado"_L1].toString(), u"falhou"_s);
    const auto waiting = m_program->run({u"backlog"_s, u"list"_s, u"--tipo"_s, u"aprovar_release"_s});
    QCOMPARE(waiting.out, QByteArray());
    verifyNothingWentOut(release, item);
}

void TestRefusedModel::isRefusedByTheEngine()
{
    const auto release = withProcess(m_installation->makeRelease(), u"Genesis"_s, BadTimer);
    const QString path = u"Genesis/bpmn/%1.bpmn"_s.arg(release.key);
    const qint64 item = m_program->add(u"implantar"_s, release);
    const auto ended = m_program->runOnce();
    QCOMPARE(ended.code, 1);
    const QString place = path + u" line 4, element prazo: "_s;
    QVERIFY2(ended.out.startsWith(u"item %1: falha"_s.arg(item).toUtf8()), ended.out);
    QVERIFY2(ended.out.contains(place.toUtf8()), ended.out);
    QVERIFY2(ended.err.contains((path + u":4 "_s).toUtf8()), ended.err); // the finding, as it was made

    const QJsonObject result = m_program->result(item);
    QCOMPARE(result["status"_L1].toString(), u"falha"_s);
    const QString reason = result["motivo"_L1].toString();
    QVERIFY2(reason.contains(place), qPrintable(reason));
    QVERIFY2(reason.contains("ENGINE-09027"_L1) && reason.contains("1h"_L1), qPrintable(reason));
    QCOMPARE(tests::stageOf(result, u"deploy"_s)["status"_L1].toString(), u"failed"_s);
    QCOMPARE(tests::stageOf(result, u"verify"_s)["status"_L1].toString(), u"skipped"_s);
    QVERIFY(tests::stageOf(result, u"deploy"_s)["commit_workers"_L1].isNull());
    QCOMPARE(m_program->item(item)["tentativa"_L1].toInt(), 1); // the same files get the same verdict again
    verifyNothingWentOut(release, item);
    const auto journal = m_program->run({u"audit"_s, u"log"_s, u"--release"_s, release.ref()});
    QVERIFY2(journal.out.contains("deployment.refused"), journal.out);
    QVERIFY2(!journal.out.contains("deployment.created"), journal.out);
}

void TestRefusedModel::leavesEarlierProductsDeployed()
{
    const auto sample = m_installation->makeRelease();
    const auto release = withProcess(sample, u"Prometheus"_s, BadTimer);
    const qint64 item = m_program->add(u"implantar"_s, release);
    const auto ended = m_program->runOnce();
    QCOMPARE(ended.code, 1);
    const QJsonObject result = m_program->result(item);
    QVERIFY2(result["motivo"_L1].toString().contains("refused the Prometheus deployment"_L1),
             qPrintable(result["motivo"_L1].toString()));
    const QJsonArray genesis = m_engine.deployments(item, u"Genesis"_s);
    QCOMPARE(genesis.size(), 1);
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["deployment_id"_L1], genesis[0]["id"_L1]);
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["enviados"_L1].toArray().size(), 3);
    QVERIFY(tests::deploymentOf(result, u"Prometheus"_s).isEmpty());
    QCOMPARE(m_engine.deployments(item, u"Prometheus"_s).size(), 0);
    QCOMPARE(workersHead(*m_installation), m_workersHead);
    QVERIFY(m_server->calls().isEmpty());

    // The repaired release sends what is missing and nothing else.
    const qint64 repaired = m_program->add(u"implantar"_s,
                                           withProcess(sample, u"Prometheus"_s, "<startEvent id=\"inicio\"/>"));
    const auto done = m_program->runOnce();
    QVERIFY2(done.code == 0, done.out + done.err);
    QVERIFY(tests::deploymentOf(m_program->result(repaired), u"Genesis"_s)["deployment_id"_L1].isNull());
    QCOMPARE(m_engine.deployments(repaired, u"Prometheus"_s).size(), 1);
    QCOMPARE(versions(sample.key), QList{1});
    QCOMPARE(workersHead(*m_installation), sample.workersCommit);
    QCOMPARE(m_server->calls().size(), 1);
}

void TestRefusedModel::isRefusedForItsName()
{
    // Two files of one product with one resource name: the engine would silently keep the last one.
    auto release = m_installation->makeRelease();
    const QString twin = u"Genesis/bpmn/antigos/%1.bpmn"_s.arg(release.key);
    m_installation->artefacts().write(twin, tests::bpmn(release.key + u"_antigo"_s));
    release.artefacts << QJsonObject{
        {u"tipo"_s, u"bpmn"_s}, {u"arquivo"_s, release.key + ".bpmn"_L1}, {u"path"_s, twin}, {u"sha"_s, u"0000000"_s}};
    release = withProcess(release, u"Genesis"_s, "<startEvent id=\"inicio\"/>");
    const qint64 validation = m_program->add(u"validar"_s, release);
    QCOMPARE(m_program->runOnce().code, 1);
    const QJsonArray errors = tests::stageOf(m_program->result(validation), u"validate"_s)["erros"_L1].toArray();
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0]["regra"_L1].toString(), u"duplicate-resource-name"_s);
    QVERIFY2(errors[0]["mensagem"_L1].toString().contains(release.key),
             qPrintable(errors[0]["mensagem"_L1].toString()));
    const qint64 item = m_program->add(u"implantar"_s, release);
    QCOMPARE(m_program->runOnce().code, 1);
    QVERIFY2(m_program->result(item)["motivo"_L1].toString().contains("two files of one deployment"_L1),
             qPrintable(m_program->result(item)["motivo"_L1].toString()));
    verifyNothingWentOut(release, item);
}

void TestRefusedModel::isRefusedByThePolicy()
{
    const auto release = m_installation->makeRelease();
    for (const QByteArray &policy : {"validated"_ba, "approved"_ba}) {
        configure(policy);
        const qint64 item = m_program->add(u"implantar"_s, release);
        const auto ended = m_program->runOnce();
        QCOMPARE(ended.code, 1);
        const QString reason = m_program->result(item)["motivo"_L1].toString();
        QVERIFY2(reason.contains("The policy of teste refuses release "_L1 + release.ref()), qPrintable(reason));
        verifyNothingWentOut(release, item);
    }
}

QTEST_GUILESS_MAIN(TestRefusedModel)
#include "tst_refusedmodel.moc"
