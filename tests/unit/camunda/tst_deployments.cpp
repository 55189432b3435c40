// SPDX-License-Identifier: Apache-2.0
#include "camunda/deployments.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using namespace pipeline::camunda;
using tests::Answer;
using tests::FaultServer;

/// What becomes of a deployment when things go wrong on its way; the integration tests have the rest.
class TestDeployments : public QObject {
    Q_OBJECT

private slots:
    void refusesNames_data();
    void refusesNames();
    void leavesUnknownOutcomesToTheCaller_data();
    void leavesUnknownOutcomesToTheCaller();
    void returnsVerdicts_data();
    void returnsVerdicts();
    void readsTheAnswer();
    void refusesAnswersWithoutDeployment_data();
    void refusesAnswersWithoutDeployment();
    void stops();

private:
    EngineClient engine(const FaultServer &server)
    {
        Environment environment;
        environment.name = u"teste"_s;
        environment.engine = server.url();
        return {m_http, environment, {}, {.attempts = 3, .firstPause = 1ms}};
    }

    static NewDeployment deployment()
    {
        return {.name = u"Genesis-20260101-120000"_s,
                .source = u"prometheus-pipeline:7"_s,
                .files = {{u"a.bpmn"_s, "<a/>"}}};
    }

    http::Client m_http;
};

void TestDeployments::refusesNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addRow("none") << QStringList();
    QTest::addRow("equal") << QStringList{u"a.bpmn"_s, u"b.bpmn"_s, u"a.bpmn"_s};
    QTest::addRow("empty") << QStringList{QString()};
    QTest::addRow("quotation mark") << QStringList{u"a\"b.bpmn"_s};
    QTest::addRow("blank before") << QStringList{u" a.bpmn"_s};
    QTest::addRow("blank after") << QStringList{u"a.bpmn "_s};
    QTest::addRow("line break") << QStringList{u"a\nb.bpmn"_s};
    QTest::addRow("backslash at the end") << QStringList{u"a\\"_s};
}

void TestDeployments::refusesNames()
{
    QFETCH(QStringList, names);
    FaultServer server;
    NewDeployment bad = deployment();
    bad.files.clear();
    for (const QString &name : names)
        bad.files << ResourceFile{name, "<a/>"};
    COMPARE_ERROR(createDeployment(engine(server), bad, {}), ErrorCode::InvalidInput);
    QCOMPARE(server.connections(), 0);
}

void TestDeployments::leavesUnknownOutcomesToTheCaller_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addRow("closed") << Answer::closed();
    QTest::addRow("reset") << Answer::reset();
    QTest::addRow("half an answer") << Answer{
        .body = R"({"id":"a"})", .truncateAt = 50, .ending = Answer::Ending::Close};
    QTest::addRow("502") << Answer::html(502);
    QTest::addRow("503") << Answer{.status = 503, .headers = {{"Retry-After", "1"}}};
    QTest::addRow("504") << Answer::html(504);
    QTest::addRow("500 page") << Answer::html(500);
    QTest::addRow("database away") << Answer::json(
        R"({"type":"CannotCreateTransactionException","message":"no connection"})", 500);
    QTest::addRow("concurrent change") << Answer::json(
        R"({"type":"OptimisticLockingException","message":"x","code":1})", 500);
    QTest::addRow("half a document") << Answer::json(R"({"id":"a","name":)");
}

void TestDeployments::leavesUnknownOutcomesToTheCaller()
{
    QFETCH(Answer, answer);
    FaultServer server;
    server.setHandler([&](const auto &) { return answer; });
    COMPARE_ERROR(createDeployment(engine(server), deployment(), {}), ErrorCode::Unreachable);
    QCOMPARE(server.requests().size(), 1);
}

void TestDeployments::returnsVerdicts_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("parser") << 400
                            << R"({"type":"ParseException","message":"ENGINE-09005 x","code":0,"details":{}})"_ba;
    QTest::addRow("engine") << 500 << R"({"type":"ProcessEngineException","message":"ENGINE-09003 x","code":0})"_ba;
    QTest::addRow("request") << 400 << R"({"type":"InvalidRequestException","message":"No file name","code":null})"_ba;
    QTest::addRow("id too long") << 500
                                 << R"({"type":"ProcessEnginePersistenceException","message":"x","code":10002})"_ba;
}

void TestDeployments::returnsVerdicts()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    FaultServer server;
    server.enqueue(Answer::json(body, status));
    const auto outcome = createDeployment(engine(server), deployment(), {});
    VERIFY_RESULT(outcome);
    QVERIFY(std::holds_alternative<Rejection>(*outcome));
    QVERIFY(!std::get<Rejection>(*outcome).message.isEmpty());
}

void TestDeployments::readsTheAnswer()
{
    FaultServer server;
    server.enqueue(Answer::json(R"({"id":"d1","name":"Genesis-1","source":"s","tenantId":null,
        "deploymentTime":"2026-11-24T00:20:59.299+0000","deployedProcessDefinitions":{"p:2:x":{"id":"p:2:x","key":"p",
        "version":2,"resource":"a.bpmn","deploymentId":"d1","tenantId":null}},"deployedDecisionDefinitions":null})"));
    const auto outcome = createDeployment(engine(server), deployment(), {});
    VERIFY_RESULT(outcome);
    QVERIFY(std::holds_alternative<Deployment>(*outcome));
    const Deployment created = std::get<Deployment>(*outcome);
    QCOMPARE(created.id, u"d1"_s);
    QCOMPARE(created.time, QDateTime(QDate(2026, 11, 24), QTime(0, 20, 59, 299), Qt::UTC));
    QCOMPARE(created.definitions,
             (QList<Definition>{{DefinitionType::Process, u"p:2:x"_s, u"p"_s, 2, u"a.bpmn"_s, u"d1"_s, {}}}));
    const auto request = server.requests().first();
    QCOMPARE(request.method + ' ' + request.target, "POST /engine-rest/deployment/create");
    for (const QByteArray part :
         {"\"deployment-name\"\r\n\r\nGenesis-20260101-120000\r\n",
          "\"deployment-source\"\r\n\r\nprometheus-pipeline:7\r\n", "\"enable-duplicate-filtering\"\r\n\r\ntrue\r\n",
          "\"deploy-changed-only\"\r\n\r\ntrue\r\n", "filename=\"a.bpmn\""})
        QVERIFY2(request.body.contains(part), request.body);
    QVERIFY(!request.body.contains("tenant-id"));
}

void TestDeployments::refusesAnswersWithoutDeployment_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addRow("page") << Answer::html(200);
    QTest::addRow("404") << Answer::html(404);
    QTest::addRow("no id") << Answer::json("{}");
    QTest::addRow("list") << Answer::json("[]");
}

void TestDeployments::refusesAnswersWithoutDeployment()
{
    QFETCH(Answer, answer);
    FaultServer server;
    server.enqueue(answer);
    COMPARE_ERROR(createDeployment(engine(server), deployment(), {}), ErrorCode::NotFound);
}

void TestDeployments::stops()
{
    FaultServer server;
    std::stop_source stop;
    server.setHandler([&](const auto &) {
        stop.request_stop();
        return Answer::silence();
    });
    COMPARE_ERROR(createDeployment(engine(server), deployment(), stop.get_token()), ErrorCode::Cancelled);
    QVERIFY(server.waitForNoConnection());
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestDeployments)
#include "tst_deployments.moc"
