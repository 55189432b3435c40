// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "camunda/deployments.h"
#include "integration/camunda/models.h"
#include "support/workerserver.h"

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;

/// One release through the whole pipeline, and again.
class TestSameRelease : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void goesOutOnce();
    void sendsOnlyWhatChanged();
    void redeploysOverForeignBytes();
};

void TestSameRelease::goesOutOnce()
{
    const Installation installation;
    const tests::WorkerServer server(Installation::webhookSecret());
    installation.configure(environment(m_fixture.url(), "worker_webhook = \"" + server.url().toEncoded() + "\"\n"));
    const Program program(installation);
    const auto release = installation.makeRelease();
    const QStringList genesis{u"Genesis/bpmn/%1.bpmn"_s.arg(release.key), u"Genesis/dmn/%1.dmn"_s.arg(release.key),
                              u"Genesis/forms/%1.form"_s.arg(release.key)};

    const qint64 validation = program.add(u"validar"_s, release);
    const auto validated = program.runOnce();
    QVERIFY2(validated.code == 0, validated.out + validated.err);
    QCOMPARE(validated.out, u"item %1: sucesso\n"_s.arg(validation).toUtf8());
    const qint64 first = program.add(u"implantar"_s, release);
    const auto deployed = program.runOnce();
    QVERIFY2(deployed.code == 0, deployed.out + deployed.err);
    QJsonObject result = program.result(first);
    QCOMPARE(result["manifesto"_L1], program.result(validation)["manifesto"_L1]);
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s}) {
        const QJsonArray deployments = m_engine.deployments(first, product);
        QCOMPARE(deployments.size(), 1);
        const QString id = deployments[0]["id"_L1].toString();
        QCOMPARE(tests::deploymentOf(result, product)["deployment_id"_L1].toString(), id);
        for (const QJsonValue &resource : m_engine.list(u"deployment/%1/resources"_s.arg(id))) {
            const QString name = resource["name"_L1].toString();
            const QString folder = name.endsWith(".bpmn"_L1) ? u"bpmn"_s
                : name.endsWith(".dmn"_L1)                   ? u"dmn"_s
                                                             : u"forms"_s;
            const QByteArray bytes = m_engine.bytes(
                u"deployment/%1/resources/%2/data"_s.arg(id, resource["id"_L1].toString()));
            QCOMPARE(bytes, installation.artefacts().git({u"show"_s, "HEAD:%1/%2/%3"_L1.arg(product, folder, name)}));
        }
    }
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["enviados"_L1].toArray(), QJsonArray::fromStringList(genesis));
    QCOMPARE(tests::stageOf(result, u"deploy"_s)["commit_workers"_L1].toString(), release.workersCommit);
    QCOMPARE(workersHead(installation), release.workersCommit);
    QCOMPARE(server.calls().size(), 1);
    QCOMPARE(server.calls().first().status, 202);
    QCOMPARE(server.calls().first().commit, release.workersCommit);

    program.add(u"validar"_s, release);
    QCOMPARE(program.runOnce().code, 0);
    const qint64 second = program.add(u"implantar"_s, release);
    const auto again = program.runOnce();
    QVERIFY2(again.code == 0, again.out + again.err);
    result = program.result(second);
    QCOMPARE(result["status"_L1].toString(), u"sucesso"_s);
    QVERIFY(tests::stageOf(result, u"deploy"_s)["deployment_id"_L1].isNull());
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s}) {
        const QJsonObject deployment = tests::deploymentOf(result, product);
        QVERIFY(deployment["deployment_id"_L1].isNull());
        QCOMPARE(deployment["enviados"_L1].toArray(), QJsonArray());
        QCOMPARE(m_engine.deployments(second, product).size(), 0);
    }
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["inalterados"_L1].toArray(),
             QJsonArray::fromStringList(genesis));
    for (const QString &process : release.processes())
        QCOMPARE(versions(process), QList{1});
    QCOMPARE(tests::stageOf(result, u"verify"_s)["status"_L1].toString(), u"success"_s);
    QCOMPARE(tests::stageOf(result, u"deploy"_s)["commit_workers"_L1].toString(), release.workersCommit);
    QCOMPARE(program.run({u"audit"_s, u"verify"_s}).code, 0);
}

void TestSameRelease::sendsOnlyWhatChanged()
{
    const Installation installation;
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\n"));
    const Program program(installation);
    const auto release = installation.makeRelease({.worker = false});
    program.add(u"implantar"_s, release);
    QCOMPARE(program.runOnce().code, 0);
    const QString path = u"Genesis/bpmn/%1.bpmn"_s.arg(release.key);
    const qint64 item = program.add(u"implantar"_s,
                                    changed(installation, release, path, tests::bpmn(release.key) + "<!-- 2 -->\n"));
    const auto deployed = program.runOnce();
    QVERIFY2(deployed.code == 0, deployed.out + deployed.err);
    const QJsonObject result = program.result(item);
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["enviados"_L1].toArray(), QJsonArray{path});
    QCOMPARE(tests::deploymentOf(result, u"Genesis"_s)["inalterados"_L1].toArray().size(), 2);
    QVERIFY(tests::deploymentOf(result, u"Prometheus"_s)["deployment_id"_L1].isNull());
    QCOMPARE(versions(release.processes().first()), (QList{1, 2}));
    QCOMPARE(versions(release.processes().last()), QList{1});
}

void TestSameRelease::redeploysOverForeignBytes()
{
    const Installation installation;
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\n"));
    const Program program(installation);
    const auto release = installation.makeRelease({.worker = false});
    program.add(u"implantar"_s, release);
    QCOMPARE(program.runOnce().code, 0);

    // Somebody deploys other bytes of one definition by hand.
    http::Client http;
    const camunda::EngineClient engine(http, m_fixture.environment(), m_fixture.password());
    const auto foreign = camunda::createDeployment(
        engine,
        {.name = u"by hand"_s, .source = {}, .files = {{u"p.bpmn"_s, tests::bpmn(release.key) + "<!-- x -->\n"}}}, {});
    QVERIFY(foreign && std::holds_alternative<camunda::Deployment>(*foreign));
    QCOMPARE(versions(release.key), (QList{1, 2}));

    const qint64 item = program.add(u"implantar"_s, release);
    const auto deployed = program.runOnce();
    QVERIFY2(deployed.code == 0, deployed.out + deployed.err);
    QCOMPARE(tests::deploymentOf(program.result(item), u"Genesis"_s)["enviados"_L1].toArray(),
             QJsonArray{u"Genesis/bpmn/%1.bpmn"_s.arg(release.key)});
    QCOMPARE(versions(release.key), (QList{1, 2, 3}));
}

QTEST_GUILESS_MAIN(TestSameRelease)
#include "tst_samerelease.moc"
