// SPDX-License-Identifier: Apache-2.0
#include "enginetest.h"

#include "camunda/instances.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::camunda;
using tests::EngineFixture;

/// Process instances of a real engine, as smoke tests use them.
class TestCamundaInstances : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void runsToTheEnd();
    void waitsAndIsDeleted();
    void deletesCalledInstances();
    void findsByBusinessKey();
    void startsForTheTenant();
    void tellsUnknownThings();

private:
    /// Waits in the user task Task_Parecer.
    QString waitingProcess()
    {
        const QString key = EngineFixture::unique(u"analise"_s);
        deployed({{u"a.bpmn"_s,
                   tests::bpmn(key,
                               "<startEvent id=\"inicio\"/><sequenceFlow id=\"f\" sourceRef=\"inicio\" "
                               "targetRef=\"Task_Parecer\"/><userTask id=\"Task_Parecer\"/>")}});
        return key;
    }
};

void TestCamundaInstances::runsToTheEnd()
{
    const QString key = EngineFixture::unique(u"curto"_s);
    deployed({{u"c.bpmn"_s, tests::bpmn(key)}});
    const QString businessKey = EngineFixture::unique(u"smoke:v1/ç"_s);
    const auto started = startProcess(engine(), key, businessKey, {{u"valor"_s, 1.5}}, {});
    VERIFY_RESULT(started);
    QVERIFY(started->ended);
    QCOMPARE(started->businessKey, businessKey);
    QCOMPARE(started->definitionKey, key);
    QCOMPARE(instance(engine(), started->id, {}).value(), *started);
    QVERIFY(hasReached(engine(), started->id, u"inicio"_s, {}).value());
    VERIFY_RESULT(deleteInstance(engine(), started->id, {}));
    COMPARE_ERROR(instance(engine(), started->id, {}), ErrorCode::NotFound);
}

void TestCamundaInstances::waitsAndIsDeleted()
{
    const QString key = waitingProcess();
    const QString businessKey = EngineFixture::unique(u"smoke"_s);
    const QJsonObject variables{{u"lista"_s, QJsonArray{1}}, {u"cliente"_s, QJsonObject{{u"nome"_s, u"Ana"_s}}}};
    const auto started = startProcess(engine(), key, businessKey, variables, {});
    VERIFY_RESULT(started);
    QVERIFY(!started->ended);
    QVERIFY(hasReached(engine(), started->id, u"Task_Parecer"_s, {}).value());
    QVERIFY(!hasReached(engine(), started->id, u"Task_Outra"_s, {}).value());
    VERIFY_RESULT(deleteInstance(engine(), started->id, {}));
    QVERIFY(findInstances(engine(), businessKey, {}).value().isEmpty());
    VERIFY_RESULT(deleteInstance(engine(), started->id, {})); // gone already
}

void TestCamundaInstances::deletesCalledInstances()
{
    const QString called = waitingProcess();
    const QString key = EngineFixture::unique(u"chama"_s);
    deployed({{u"k.bpmn"_s,
               tests::bpmn(key,
                           "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" "
                           "targetRef=\"c\"/><callActivity id=\"c\" calledElement=\""
                               + called.toUtf8()
                               + "\"><extensionElements><camunda:in businessKey="
                                 "\"#{execution.processBusinessKey}\"/></extensionElements>"
                                 "</callActivity>")}});
    const QString businessKey = EngineFixture::unique(u"smoke"_s);
    const auto started = startProcess(engine(), key, businessKey, {}, {});
    VERIFY_RESULT(started);
    QCOMPARE(findInstances(engine(), businessKey, {}).value(), QList<Instance>{*started});
    const auto historic = [&] {
        return engine().count({u"history"_s, u"process-instance"_s}, {{u"processInstanceBusinessKey"_s, businessKey}},
                              {});
    };
    QCOMPARE(historic().value(), 2);
    VERIFY_RESULT(deleteInstance(engine(), started->id, {}));
    QCOMPARE(historic().value(), 0);
}

void TestCamundaInstances::findsByBusinessKey()
{
    const QString key = waitingProcess();
    const QString prefix = EngineFixture::unique(u"smoke:v_1%"_s);
    const auto one = startProcess(engine(), key, prefix + u":1"_s, {}, {});
    const auto two = startProcess(engine(), key, prefix + u":2"_s, {}, {});
    const auto other = startProcess(engine(), key, u"smoke:vX1Y"_s + prefix.sliced(10), {}, {});
    VERIFY_RESULT(one);
    VERIFY_RESULT(two);
    VERIFY_RESULT(other);
    QCOMPARE(findInstances(engine(), prefix, {}).value().size(), 2);
    QCOMPARE(findInstances(engine(), prefix + u":2"_s, {}).value(), QList<Instance>{*two});
    for (const auto &started : {*one, *two, *other})
        VERIFY_RESULT(deleteInstance(engine(), started.id, {}));
}

void TestCamundaInstances::startsForTheTenant()
{
    Environment shop = m_fixture.environment();
    shop.tenant = EngineFixture::unique(u"loja"_s);
    const auto tenantClient = client(shop);
    const QString key = EngineFixture::unique(u"proposta"_s);
    VERIFY_RESULT(
        createDeployment(*tenantClient, {.name = key, .source = {}, .files = {{u"p.bpmn"_s, tests::bpmn(key)}}}, {}));
    VERIFY_RESULT(startProcess(*tenantClient, key, key, {}, {}));
    COMPARE_ERROR(startProcess(engine(), key, key, {}, {}), ErrorCode::NotFound);
}

void TestCamundaInstances::tellsUnknownThings()
{
    COMPARE_ERROR(startProcess(engine(), EngineFixture::unique(u"nada"_s), u"x"_s, {}, {}), ErrorCode::NotFound);
    COMPARE_ERROR(instance(engine(), u"nope"_s, {}), ErrorCode::NotFound);
    QVERIFY(!hasReached(engine(), u"nope"_s, u"x"_s, {}).value());
}

QTEST_GUILESS_MAIN(TestCamundaInstances)
#include "tst_camundainstances.moc"
