// SPDX-License-Identifier: Apache-2.0
#include "enginetest.h"

#include "camunda/health.h"
#include "camunda/system.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::EngineFixture;

/// Version, credentials and health of a real engine.
class TestCamundaSystem : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void tellsItsVersion();
    void probesWell();
    void refusesAWrongPassword();
    void asksForCredentials();
    void isNotBesideItsPath();
    void countsProblems();
};

void TestCamundaSystem::tellsItsVersion()
{
    const auto version = camunda::engineVersion(engine(), {});
    VERIFY_RESULT(version);
    QVERIFY2(version->startsWith(u"7."_s), qPrintable(*version));
}

void TestCamundaSystem::probesWell()
{
    const QList<contract::Check> checks = camunda::probe(engine(), {}).checks;
    QCOMPARE(checks.size(), 5);
    for (const contract::Check &check : checks) {
        const auto expected = check.name == u"tls"_s ? contract::CheckStatus::Skipped : contract::CheckStatus::Success;
        QVERIFY2(check.status == expected, qPrintable(check.name + u": "_s + check.detail));
    }
}

void TestCamundaSystem::refusesAWrongPassword()
{
    // A user that only this test has: a wrong password locks its user out for everybody.
    Environment other = m_fixture.environment();
    other.user = EngineFixture::unique(u"operador"_s).remove(u'_');
    const QJsonObject user{
        {u"profile"_s, QJsonObject{{u"id"_s, other.user}, {u"firstName"_s, u"A"_s}, {u"lastName"_s, u"B"_s}}},
        {u"credentials"_s, QJsonObject{{u"password"_s, u"right"_s}}}};
    VERIFY_RESULT(engine().post({u"user"_s, u"create"_s}, user, {}));

    const camunda::EngineClient wrong(m_http, other, credentials::Secret("wrong"));
    COMPARE_ERROR(camunda::engineVersion(wrong, {}), ErrorCode::Unauthorized);
    const camunda::EngineClient right(m_http, other, credentials::Secret("right"));
    COMPARE_ERROR(camunda::engineVersion(right, {}), ErrorCode::Unauthorized); // locked out, as the message says
    VERIFY_RESULT(camunda::engineVersion(engine(), {}));
}

void TestCamundaSystem::asksForCredentials()
{
    Environment without = m_fixture.environment();
    without.authentication = Authentication::None;
    const auto version = camunda::engineVersion(*client(without), {});
    COMPARE_ERROR(version, ErrorCode::Unauthorized);
    QVERIFY2(version.error().text().contains(u"asks for credentials"_s), qPrintable(version.error().text()));
}

void TestCamundaSystem::isNotBesideItsPath()
{
    Environment beside = m_fixture.environment();
    beside.engine = m_fixture.url().resolved(QUrl(u"/camunda"_s));
    COMPARE_ERROR(camunda::engineVersion(*client(beside), {}), ErrorCode::NotFound);
}

void TestCamundaSystem::countsProblems()
{
    const QString key = EngineFixture::unique(u"incidente"_s);
    const camunda::Deployment deployment = deployed(
        {{key + ".bpmn"_L1,
          tests::bpmn(key,
                      "<startEvent id=\"s\" camunda:asyncBefore=\"true\"><extensionElements>"
                      "<camunda:failedJobRetryTimeCycle>R1/PT0S</camunda:failedJobRetryTimeCycle>"
                      "</extensionElements></startEvent><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"x\"/>"
                      "<serviceTask id=\"x\" camunda:expression=\"${nada.x}\"/>")}});
    QCOMPARE(deployment.definitions.size(), 1);
    const QStringList definition{deployment.definitions.first().id};
    QCOMPARE(camunda::openIncidentsOf(engine(), definition, {}).value_or(-1), 0);
    VERIFY_RESULT(engine().post({u"process-definition"_s, u"key"_s, key, u"start"_s}, {}, {}));

    // The engine's job executor is behind this; it has its own pace.
    QTRY_COMPARE_WITH_TIMEOUT(camunda::openIncidentsOf(engine(), definition, {}).value_or(-1), 1, 90'000);
}

QTEST_GUILESS_MAIN(TestCamundaSystem)
#include "tst_camundasystem.moc"
