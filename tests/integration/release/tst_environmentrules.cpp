// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "engineproxy.h"

#include "camunda/instances.h"
#include "integration/camunda/models.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Installation;
using tests::Program;

/// What an environment's keys make of a deployment to a real engine.
class TestEnvironmentRules : public tests::ReleaseTest {
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_ENGINE(); }
    void namesAreInItsTimeZone();
    void itsTenantIsKeptApart();
    void aNewIncidentFailsTheCheck();
    void aProcessAndADecisionMayShareAKey();
    void deploymentsToOneStaySerial();
};

void TestEnvironmentRules::namesAreInItsTimeZone()
{
    const Installation installation;
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\ntime_zone = \"Pacific/Kiritimati\"\n"));
    const Program program(installation);
    const qint64 item = program.add(u"implantar"_s, installation.makeRelease({.worker = false}));
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    const QString name = m_engine.deployments(item, u"Genesis"_s).first()["name"_L1].toString();
    QDateTime time = QDateTime::fromString(name, u"'Genesis-'yyyyMMdd-HHmmss"_s);
    time.setTimeZone(QTimeZone("Pacific/Kiritimati")); // 14 hours before UTC
    QVERIFY2(time >= before && time <= QDateTime::currentDateTimeUtc(), qPrintable(name));
}

void TestEnvironmentRules::itsTenantIsKeptApart()
{
    const Installation installation;
    const QString tenant = tests::EngineFixture::unique(u"loja"_s);
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\ntenant = \"" + tenant.toUtf8() + "\"\n"));
    const Program program(installation);
    const auto release = installation.makeRelease({.worker = false});
    const qint64 item = program.add(u"implantar"_s, release);
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    for (const QString &product : {u"Genesis"_s, u"Prometheus"_s})
        QCOMPARE(m_engine.deployments(item, product).first()["tenantId"_L1].toString(), tenant);
    const QJsonArray definitions = m_engine.list(u"process-definition?key="_s + release.key);
    QCOMPARE(definitions.size(), 1);
    QCOMPARE(definitions.first()["tenantId"_L1].toString(), tenant);

    const qint64 again = program.add(u"implantar"_s, release);
    QCOMPARE(program.runOnce().code, 0);
    QCOMPARE(m_engine.deployments(again, u"Genesis"_s), QJsonArray());

    // The same release without a tenant is another one to the engine.
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\n"));
    const qint64 apart = program.add(u"implantar"_s, release);
    QCOMPARE(program.runOnce().code, 0);
    QCOMPARE(m_engine.deployments(apart, u"Genesis"_s).size(), 1);
}

void TestEnvironmentRules::aNewIncidentFailsTheCheck()
{
    const Installation installation;
    tests::EngineProxy proxy(m_fixture, Installation::enginePassword());
    installation.configure(environment(proxy.url(), "policy = \"none\"\n"));
    const Program program(installation);
    tests::SampleRelease release = installation.makeRelease({.worker = false});
    release = changed(installation, release, u"Genesis/bpmn/%1.bpmn"_s.arg(release.key),
                      tests::bpmn(release.key,
                                  "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"t\"/>"
                                  "<userTask id=\"t\"/>"));
    http::Client http;
    const camunda::EngineClient engine(http, m_fixture.environment(), m_fixture.password());
    proxy.setAfter([&, done = false](const tests::ReceivedRequest &request) mutable {
        if (!tests::EngineProxy::isDeployment(request) || std::exchange(done, true))
            return;
        const auto instance = camunda::startProcess(engine, release.key, u"pedido 7"_s, {}, {});
        VERIFY_RESULT(instance);
        VERIFY_RESULT(engine.post({u"execution"_s, instance->id, u"create-incident"_s},
                                  {{u"incidentType"_s, u"teste"_s}, {u"configuration"_s, u"x"_s}}, {}));
    });
    const auto incidents = [&](qint64 item) {
        for (const QJsonValue &value : tests::stageOf(program.result(item), u"verify"_s)["checks"_L1].toArray()) {
            if (value["nome"_L1] == "incidents"_L1)
                return value["status"_L1].toString() + u": "_s + value["detalhe"_L1].toString();
        }
        return QString();
    };
    const qint64 first = program.add(u"implantar"_s, release);
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == 1, ended.out + ended.err);
    QCOMPARE(incidents(first), u"failed: 0 open before, 1 after"_s);

    // The next run did not cause it.
    const qint64 second = program.add(u"implantar"_s, release);
    const auto again = program.runOnce();
    QVERIFY2(again.code == 0, again.out + again.err);
    QCOMPARE(incidents(second), u"success: 1 open before, 1 after"_s);
}

void TestEnvironmentRules::aProcessAndADecisionMayShareAKey()
{
    const Installation installation;
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\n"));
    const Program program(installation);
    tests::SampleRelease release = installation.makeRelease({.worker = false});
    // The other process of the release has the key of the decision.
    installation.artefacts().write(u"Prometheus/bpmn/%1.bpmn"_s.arg(release.processes().last()),
                                   tests::bpmn(release.decision()));
    installation.artefacts().write(u"Genesis/bpmn/%1.bpmn"_s.arg(release.key), tests::bpmn(release.key) + "<!-- -->\n");
    release = changed(installation, release, u"Genesis/dmn/%1.dmn"_s.arg(release.key), tests::dmn(release.decision()));
    program.add(u"implantar"_s, release);
    const auto ended = program.runOnce();
    QVERIFY2(ended.code == 0, ended.out + ended.err);
    QCOMPARE(versions(release.decision()), QList{1});
}

void TestEnvironmentRules::deploymentsToOneStaySerial()
{
    const Installation installation;
    installation.configure(environment(m_fixture.url(), "policy = \"none\"\n"));
    const Program program(installation);
    for (int i = 0; i < 3; ++i)
        program.add(u"implantar"_s, installation.makeRelease({.worker = false}));
    const auto process = program.start({u"run"_s, u"--watch"_s, u"--jobs"_s, u"2"_s});
    tests::OutsideSql outside(installation.backlogFile());
    QTRY_COMPARE_WITH_TIMEOUT(outside.value(u"select count(*) from backlog where estado = 'concluido'"_s).toInt(), 3,
                              180'000);
    process->terminate();
    QCOMPARE(Program::end(*process).code, 0);
    QCOMPARE(outside
                 .value(u"select count(*) from run_attempt as one join run_attempt as other "
                        "on one.item_id < other.item_id and one.started_at < other.ended_at "
                        "and other.started_at < one.ended_at"_s)
                 .toInt(),
             0);
}

QTEST_GUILESS_MAIN(TestEnvironmentRules)
#include "tst_environmentrules.moc"
