// SPDX-License-Identifier: Apache-2.0
#include "camunda/engineclient.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using camunda::EngineClient;
using tests::Answer;
using tests::FaultServer;

/// What the client makes of answers that are not the engine's, or not good ones.
class TestEngineClient : public QObject {
    Q_OBJECT

private slots:
    void sendsBasicCredentials();
    void sendsBearerCredentials();
    void sendsNoCredentials();
    void encodesAddresses();
    void refusesPlainHttpToOtherMachines_data();
    void refusesPlainHttpToOtherMachines();
    void asksOnceWithWrongCredentials();
    void saysThatCredentialsAreMissing();
    void tellsAnswersApart_data();
    void tellsAnswersApart();
    void refusesOtherDocuments_data();
    void refusesOtherDocuments();
    void repeatsReadsOnly();
    void readsBytesWhole();
    void hidesTheSecret();

private:
    static Environment environment(const FaultServer &server)
    {
        Environment environment;
        environment.name = u"producao"_s;
        environment.engine = server.url();
        environment.authentication = Authentication::Basic;
        environment.user = u"demo"_s;
        return environment;
    }

    EngineClient engine(const Environment &environment)
    {
        return {m_http, environment, credentials::Secret("s3cr3t-marker"), {.attempts = 3, .firstPause = 1ms}};
    }

    http::Client m_http;
};

void TestEngineClient::sendsBasicCredentials()
{
    FaultServer server;
    server.enqueue(Answer::json("[]"));
    Environment where = environment(server);
    where.user = u"josé"_s;
    VERIFY_RESULT(engine(where).list({u"deployment"_s}, {}, {}));
    QCOMPARE(server.requests().first().header("Authorization"), "Basic " + "josé:s3cr3t-marker"_ba.toBase64());
}

void TestEngineClient::sendsBearerCredentials()
{
    FaultServer server;
    server.enqueue(Answer::json("[]"));
    Environment where = environment(server);
    where.authentication = Authentication::Bearer;
    VERIFY_RESULT(engine(where).list({u"deployment"_s}, {}, {}));
    QCOMPARE(server.requests().first().header("Authorization"), "Bearer s3cr3t-marker");
}

void TestEngineClient::sendsNoCredentials()
{
    FaultServer server;
    server.enqueue(Answer::json("[]"));
    server.enqueue(Answer::json("[]"));
    Environment where = environment(server);
    VERIFY_RESULT(engine(where).send({.path = {u"engine"_s}, .withCredentials = false}, {}));
    where.authentication = Authentication::None;
    VERIFY_RESULT(engine(where).list({u"deployment"_s}, {}, {}));
    for (const auto &request : server.requests())
        QCOMPARE(request.header("Authorization"), "");
}

void TestEngineClient::encodesAddresses()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::json("[]"); });
    Environment where = environment(server);
    where.engine = server.url(u"/camunda ç/"_s);
    const EngineClient client = engine(where);
    VERIFY_RESULT(client.list({u"decision-definition"_s, u"a/b?c#d é%2F"_s}, {}, {}));
    VERIFY_RESULT(client.list({u"deployment"_s}, {{u"nameLike"_s, u"a+b&c=d%é _"_s}, {u"x"_s, u""_s}}, {}));
    QCOMPARE(server.requests()[0].target,
             "/camunda%20%C3%A7/engine-rest/decision-definition/a%2Fb%3Fc%23d%20%C3%A9%252F");
    QCOMPARE(server.requests()[1].target,
             "/camunda%20%C3%A7/engine-rest/deployment?nameLike=a%2Bb%26c%3Dd%25%C3%A9%20_&x=");
    QCOMPARE(camunda::startsWithPattern(u"a_b%c\\"_s), u"a\\_b\\%c\\\\%"_s);
}

void TestEngineClient::refusesPlainHttpToOtherMachines_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("refused");
    QTest::addRow("name") << u"http://engine.invalid:8080"_s << false << true;
    QTest::addRow("address") << u"http://10.255.255.1:8080"_s << false << true;
    QTest::addRow("looks local") << u"http://localhost.engine.invalid"_s << false << true;
    QTest::addRow("allowed") << u"http://engine.invalid:8080"_s << true << false;
    QTest::addRow("https") << u"https://engine.invalid"_s << false << false;
    QTest::addRow("localhost") << u"http://localhost:1"_s << false << false;
    QTest::addRow("127.0.0.2") << u"http://127.0.0.2:1"_s << false << false;
    QTest::addRow("IPv6") << u"http://[::1]:1"_s << false << false;
}

void TestEngineClient::refusesPlainHttpToOtherMachines()
{
    QFETCH(QString, address);
    QFETCH(bool, allowed);
    QFETCH(bool, refused);
    Environment where;
    where.name = u"producao"_s;
    where.engine = QUrl(address);
    where.allowPlainHttp = allowed;
    const auto answer = EngineClient(m_http, where, {}, {.attempts = 1}).list({u"deployment"_s}, {}, {});
    COMPARE_ERROR(answer, refused ? ErrorCode::Refused : ErrorCode::Unreachable);
    QCOMPARE(answer.error().hint.contains(u"allow_plain_http"_s), refused);
}

void TestEngineClient::asksOnceWithWrongCredentials()
{
    FaultServer server;
    server.setHandler([](const auto &) {
        return Answer{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"default\""}}};
    });
    const EngineClient client = engine(environment(server));
    const auto first = client.list({u"deployment"_s}, {}, {});
    COMPARE_ERROR(first, ErrorCode::Unauthorized);
    QVERIFY2(first.error().message.contains(u"the user demo"_s), qPrintable(first.error().text()));
    QVERIFY2(first.error().detail.contains(u"3 s"_s), qPrintable(first.error().text()));
    QVERIFY2(first.error().hint.contains(u"credential set camunda.producao"_s), qPrintable(first.error().text()));
    // A wrong password locks the right one out, so a client that was refused does not try again.
    COMPARE_ERROR(client.count({u"incident"_s}, {}, {}), ErrorCode::Unauthorized);
    COMPARE_ERROR(client.post({u"x"_s}, {}, {}), ErrorCode::Unauthorized);
    QCOMPARE(server.requests().size(), 1);
}

void TestEngineClient::saysThatCredentialsAreMissing()
{
    FaultServer server;
    server.enqueue({.status = 401});
    Environment where = environment(server);
    where.authentication = Authentication::None;
    const auto answer = engine(where).list({u"deployment"_s}, {}, {});
    COMPARE_ERROR(answer, ErrorCode::Unauthorized);
    QVERIFY2(answer.error().message.contains(u"asks for credentials"_s), qPrintable(answer.error().text()));
}

void TestEngineClient::tellsAnswersApart_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    const QString noEngine = u"There is no Camunda REST API at http://127.0.0.1:"_s;
    QTest::addRow("404 page") << Answer::html(404) << ErrorCode::NotFound << noEngine;
    QTest::addRow("404 of the REST root")
        << Answer::json(R"({"type":"NotFoundException","message":"HTTP 404 Not Found","code":null})", 404)
        << ErrorCode::NotFound << noEngine;
    QTest::addRow("404 of the engine") << Answer::json(
        R"({"type":"RestException","message":"No matching decision definition","code":null})", 404)
                                       << ErrorCode::NotFound << u"No matching decision definition"_s;
    QTest::addRow("redirect") << Answer{.status = 302, .headers = {{"Location", "/login?token=marker"}}}
                              << ErrorCode::Refused << u"redirects to http://127.0.0.1:"_s;
    QTest::addRow("403") << Answer::json(R"({"type":"AuthorizationException","message":"needs CREATE"})", 403)
                         << ErrorCode::Refused << u"does not permit this. needs CREATE. Grant the user demo"_s;
    QTest::addRow("413") << Answer::html(413) << ErrorCode::Refused << u"answers 413: the request is too large"_s;
    QTest::addRow("429") << Answer::html(429) << ErrorCode::Unreachable << u"too many requests"_s;
    QTest::addRow("400") << Answer::json(R"({"type":"InvalidRequestException","message":"bad sort"})", 400)
                         << ErrorCode::Refused << u"answers 400. InvalidRequestException: bad sort"_s;
    QTest::addRow("500 of the engine") << Answer::json(
        R"({"type":"RestException","message":"Cannot evaluate: x","code":0})", 500)
                                       << ErrorCode::Refused << u"answers 500. RestException: Cannot evaluate: x"_s;
    QTest::addRow("concurrent change") << Answer::json(
        R"({"type":"OptimisticLockingException","message":"changed","code":1})",
        500) << ErrorCode::Unreachable << u"trouble of its own. OptimisticLockingException: changed"_s;
    QTest::addRow("database away") << Answer::json(
        R"({"type":"CannotCreateTransactionException","message":"no JDBC connection"})", 500)
                                   << ErrorCode::Unreachable << u"no JDBC connection"_s;
    QTest::addRow("500 page") << Answer::html(500) << ErrorCode::Unreachable << u"trouble of its own"_s;
    QTest::addRow("502") << Answer::html(502) << ErrorCode::Unreachable << u"answers 502"_s;
    QTest::addRow("503") << Answer::html(503) << ErrorCode::Unreachable << u"The engine is starting"_s;
    QTest::addRow("504") << Answer::html(504) << ErrorCode::Unreachable << u"answers 504"_s;
}

void TestEngineClient::tellsAnswersApart()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    FaultServer server;
    server.setHandler([&](const auto &) { return answer; });
    const EngineClient client = engine(environment(server));
    const auto list = client.list({u"deployment"_s}, {}, {});
    COMPARE_ERROR(list, code);
    QVERIFY2(list.error().text().contains(words), qPrintable(list.error().text()));
    QVERIFY2(!list.error().text().contains(u"marker"_s), qPrintable(list.error().text()));
    COMPARE_ERROR(client.bytes({u"x"_s}, {}), code);
    COMPARE_ERROR(client.remove({u"x"_s}, {}, {}), code);
    COMPARE_ERROR(client.post({u"x"_s}, {}, {}), code);
}

void TestEngineClient::refusesOtherDocuments_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("login page") << "text/html"_ba << "<html>Log in</html>"_ba << ErrorCode::NotFound;
    QTest::addRow("empty page") << "text/html"_ba << ""_ba << ErrorCode::NotFound;
    QTest::addRow("text") << "application/json"_ba << "\"hello\""_ba << ErrorCode::Unreachable;
    QTest::addRow("half a list") << "application/json"_ba << "[{\"id\":\"a\"},"_ba << ErrorCode::Unreachable;
    QTest::addRow("nothing") << "application/json"_ba << ""_ba << ErrorCode::Unreachable;
    QTest::addRow("other document") << "application/json"_ba << "{\"list\":[]}"_ba << ErrorCode::NotFound;
}

void TestEngineClient::refusesOtherDocuments()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    FaultServer server;
    server.setHandler([&](const auto &) { return Answer{.headers = {{"Content-Type", type}}, .body = body}; });
    const EngineClient client = engine(environment(server));
    COMPARE_ERROR(client.list({u"deployment"_s}, {}, {}), code);
    COMPARE_ERROR(client.count({u"incident"_s}, {}, {}), code);
}

void TestEngineClient::repeatsReadsOnly()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::html(503); });
    const EngineClient client = engine(environment(server));
    COMPARE_ERROR(client.list({u"deployment"_s}, {}, {}), ErrorCode::Unreachable);
    QCOMPARE(server.requests().size(), 3);
    COMPARE_ERROR(client.post({u"x"_s}, {}, {}), ErrorCode::Unreachable);
    QCOMPARE(server.requests().size(), 4);
    COMPARE_ERROR(client.remove({u"x"_s}, {}, {}), ErrorCode::Unreachable);
    QCOMPARE(server.requests().size(), 5);
    COMPARE_ERROR(client.send({.path = {u"x"_s}, .repeat = false}, {})
                      .and_then([](const http::Response &response) -> Result<void> {
                          return fail(response.status == 503 ? ErrorCode::Unreachable : ErrorCode::Internal, u"x"_s);
                      }),
                  ErrorCode::Unreachable);
    QCOMPARE(server.requests().size(), 6);
}

void TestEngineClient::readsBytesWhole()
{
    const QByteArray head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
    const Answer half{.raw = head, .ending = Answer::Ending::Close};
    const Answer whole{.raw = head + "4\r\nhalf\r\n0\r\n\r\n"};
    FaultServer server;
    const EngineClient client = engine(environment(server));
    server.enqueue(half);
    server.setHandler([&](const auto &) { return whole; });
    QCOMPARE(client.bytes({u"x"_s}, {}).value(), "halfhalf");

    server.setHandler([](const auto &) { return Answer{.body = "told"}; });
    const qsizetype before = server.requests().size();
    QCOMPARE(client.bytes({u"x"_s}, {}).value(), "told");
    QCOMPARE(server.requests().size(), before + 1);

    int length = 0;
    server.setHandler([&](const auto &) {
        const QByteArray more(++length, 'x');
        return Answer{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(length)
                          + "\r\n" + more + "\r\n0\r\n\r\n"};
    });
    COMPARE_ERROR(client.bytes({u"x"_s}, {}), ErrorCode::Unreachable);
}

void TestEngineClient::hidesTheSecret()
{
    for (const Answer &answer :
         {Answer::json(R"({"type":"ProcessEngineException","message":"Basic ZGVtbzpzM2NyM3Q="})", 401),
          Answer::html(404), Answer::closed(), Answer::html(503),
          Answer::json(R"({"type":"X","message":"got %"})", 500),
          Answer::json(R"({"type":"RestException","message":"got s3cr3t-marker"})", 400)}) {
        FaultServer server;
        server.setHandler([&](const tests::ReceivedRequest &request) {
            Answer echo = answer;
            echo.body.replace('%', request.header("Authorization"));
            return echo;
        });
        for (const Authentication kind : {Authentication::Basic, Authentication::Bearer}) {
            Environment where = environment(server);
            where.authentication = kind;
            const auto list = engine(where).list({u"deployment"_s}, {}, {});
            QVERIFY(!list);
            QVERIFY2(!list.error().text().contains(u"s3cr3t"_s), qPrintable(list.error().text()));
            QVERIFY2(!list.error().text().contains(u"ZGVtbzpzM2NyM3Q"_s), qPrintable(list.error().text()));
        }
    }
}

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engineclient.moc"
