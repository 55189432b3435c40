// SPDX-License-Identifier: Apache-2.0
#include "enginetest.h"

#include "camunda/decisions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::camunda;
using tests::EngineFixture;

/// Definitions and decisions of a real engine.
class TestCamundaDefinitions : public tests::EngineTest {
    Q_OBJECT

private slots:
    void initTestCase() { SKIP_WITHOUT_ENGINE(); }
    void findsTheLatest();
    void findsByDeployment();
    void keepsTenantsApart();
    void evaluates();
    void tellsWhyItCannotEvaluate();
};

void TestCamundaDefinitions::findsTheLatest()
{
    const QString process = EngineFixture::unique(u"proposta"_s);
    const QString decision = EngineFixture::unique(u"faixa"_s);
    QVERIFY(!latestDefinition(engine(), DefinitionType::Process, process, {}).value().has_value());
    const Deployment first = deployed(
        {{u"p.bpmn"_s, tests::bpmn(process)}, {u"d.dmn"_s, tests::dmnWithRequirements(decision)}});
    const Deployment second = deployed({{u"p.bpmn"_s, tests::bpmn(process) + "<!-- 2 -->"}});

    const auto found = latestDefinition(engine(), DefinitionType::Process, process, {});
    VERIFY_RESULT(found);
    QVERIFY(found->has_value());
    QCOMPARE(**found, second.definitions.value(0));
    QCOMPARE((*found)->version, 2);
    const auto table = latestDefinition(engine(), DefinitionType::Decision, decision, {});
    VERIFY_RESULT(table);
    QCOMPARE(table->value().deploymentId, first.id);
    const auto graph = latestDefinition(engine(), DefinitionType::DecisionRequirements, "drg_"_L1 + decision, {});
    VERIFY_RESULT(graph);
    QCOMPARE(graph->value().resource, u"d.dmn"_s);
}

void TestCamundaDefinitions::findsByDeployment()
{
    const QString process = EngineFixture::unique(u"proposta"_s);
    const QString decision = EngineFixture::unique(u"faixa"_s);
    const Deployment deployment = deployed(
        {{u"p.bpmn"_s, tests::bpmn(process)}, {u"d.dmn"_s, tests::dmnWithRequirements(decision)}});
    const auto found = definitionsOf(engine(), deployment.id, {});
    VERIFY_RESULT(found);
    QCOMPARE(found->size(), 4);
    for (const Definition &definition : deployment.definitions)
        QVERIFY2(found->contains(definition), qPrintable(definition.id));
    QVERIFY(definitionsOf(engine(), u"nope"_s, {}).value().isEmpty());
}

void TestCamundaDefinitions::keepsTenantsApart()
{
    Environment shop = m_fixture.environment();
    shop.tenant = EngineFixture::unique(u"loja"_s);
    const auto tenantClient = client(shop);
    const QString key = EngineFixture::unique(u"faixa"_s);
    VERIFY_RESULT(
        createDeployment(*tenantClient, {.name = key, .source = {}, .files = {{u"d.dmn"_s, tests::dmn(key)}}}, {}));
    QVERIFY(!latestDefinition(engine(), DefinitionType::Decision, key, {}).value().has_value());
    QCOMPARE(latestDefinition(*tenantClient, DefinitionType::Decision, key, {}).value().value().tenant, shop.tenant);
    COMPARE_ERROR(evaluateDecision(engine(), key, {}, {}), ErrorCode::NotFound);
    VERIFY_RESULT(evaluateDecision(*tenantClient, key, {{u"score"_s, 645}}, {}));
}

void TestCamundaDefinitions::evaluates()
{
    const QString key = EngineFixture::unique(u"faixa"_s);
    QVERIFY(!deployed({{u"d.dmn"_s, tests::dmn(key)}}).id.isEmpty());
    const QJsonObject others{{u"lista"_s, QJsonArray{1, 2}},
                             {u"objeto"_s, QJsonObject{{u"a"_s, 1}}},
                             {u"nada"_s, QJsonValue::Null},
                             {u"texto"_s, u"ç"_s}};
    QJsonObject variables = others;
    variables.insert(u"score"_s, 645);
    QCOMPARE(evaluateDecision(engine(), key, variables, {}).value(), (QJsonArray{QJsonObject{{u"faixa"_s, u"B"_s}}}));
    variables.insert(u"score"_s, 700.5);
    QCOMPARE(evaluateDecision(engine(), key, variables, {}).value(), (QJsonArray{QJsonObject{{u"faixa"_s, u"A"_s}}}));
    QCOMPARE(evaluateDecision(engine(), key, others, {}).value(), QJsonArray());
}

void TestCamundaDefinitions::tellsWhyItCannotEvaluate()
{
    const QString key = EngineFixture::unique(u"faixa"_s);
    COMPARE_ERROR(evaluateDecision(engine(), key, {}, {}), ErrorCode::NotFound);

    QByteArray table = tests::dmn(key);
    table.replace("&gt;= 700", "&gt;= (");
    QVERIFY(!deployed({{u"d.dmn"_s, table}}).id.isEmpty());
    const auto rows = evaluateDecision(engine(), key, {{u"score"_s, 1}}, {});
    COMPARE_ERROR(rows, ErrorCode::Refused);
    QVERIFY2(rows.error().detail.contains(u"Exception while evaluating decision"_s), qPrintable(rows.error().text()));
}

QTEST_GUILESS_MAIN(TestCamundaDefinitions)
#include "tst_camundadefinitions.moc"
