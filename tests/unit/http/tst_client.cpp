// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"

#include <QTcpServer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pipeline::ErrorCode;
using pipeline::Result;
using pipeline::http::Client;
using pipeline::http::Request;
using pipeline::http::Response;
using pipeline::tests::Answer;
using pipeline::tests::FaultServer;

/// What the client makes of servers that answer, fail and lie.
class TestClient : public QObject {
    Q_OBJECT

private slots:
    void returnsEveryStatus_data();
    void returnsEveryStatus();
    void sendsWhatItIsTold();
    void asksOnceWhenUnauthorized_data();
    void asksOnceWhenUnauthorized();
    void keepsTheAnswerThatComesBeforeTheBodyIsRead();
    void neverSendsAPostTwice_data();
    void neverSendsAPostTwice();
    void sendsAPostOnceAfterKeepAlive();
    void tellsWhyThereIsNoAnswer_data();
    void tellsWhyThereIsNoAnswer();
    void namesTheClosedPort();
    void namesTheUnknownHost();
    void limitsTheTime_data();
    void limitsTheTime();
    void stopsWhenAsked();
    void sendsNothingWhenStopped();
    void limitsTheAnswer_data();
    void limitsTheAnswer();
    void followsNoRedirect();
    void keepsNoCookie();
    void takesBodiesAsTheyCome();
    void keepsConnections();
    void servesManyThreads();
    void usesTheProxyForOtherHostsOnly();
    void refusesImpossibleRequests_data();
    void refusesImpossibleRequests();
    void hidesSecrets();

private:
    Result<Response> get(const FaultServer &server, const QString &path = u"/"_s)
    {
        return m_client.send({.url = server.url(path)}, {});
    }

    Client m_client;
};

void TestClient::returnsEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 302, 400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestClient::returnsEveryStatus()
{
    QFETCH(int, status);
    for (const QByteArray method : {"GET", "POST", "DELETE"}) {
        FaultServer server;
        Answer answer = Answer::json(status == 204 ? "" : R"({"a":1})", status);
        answer.headers << qMakePair("X-Thing", "one");
        server.enqueue(answer);
        const auto response = m_client.send({.method = method, .url = server.url(u"/x"_s), .body = "{}"}, {});
        VERIFY_RESULT(response);
        QCOMPARE(response->status, status);
        QCOMPARE(response->body, answer.body);
        QCOMPARE(response->header("x-thing"), "one");
        QCOMPARE(response->isSuccess(), status < 300);
        QCOMPARE(server.requests().size(), 1);
    }
}

void TestClient::sendsWhatItIsTold()
{
    FaultServer server;
    server.enqueue(Answer::json("[]"));
    QUrl url = server.url(u"/a b/ç"_s);
    url.setQuery(u"name=x%2By&source=a%3Ab"_s);
    QByteArray body(300'000, 'x');
    body[1000] = '\0';
    VERIFY_RESULT(m_client.send({.method = "POST",
                                 .url = url,
                                 .headers = {{"Authorization", "Basic ZGVtbzpkZW1v"}, {"Content-Type", "x/y"}},
                                 .body = body},
                                {}));
    const auto request = server.requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/a%20b/%C3%A7?name=x%2By&source=a%3Ab");
    QCOMPARE(request.header("authorization"), "Basic ZGVtbzpkZW1v");
    QCOMPARE(request.header("content-type"), "x/y");
    QCOMPARE(request.header("content-length"), "300000");
    QVERIFY(request.body == body);
    QVERIFY(request.header("user-agent").startsWith("prometheus-pipeline/"));
}

void TestClient::asksOnceWhenUnauthorized_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("method");
    for (const QByteArray method : {"GET", "POST"}) {
        for (const QByteArray challenge : {"Basic realm=\"default\"", "Digest realm=\"x\", nonce=\"abc\", qop=\"auth\"",
                                           "Negotiate", "NTLM", "Bearer", ""})
            QTest::addRow("%s %s", method.data(), challenge.data()) << challenge << method;
    }
}

void TestClient::asksOnceWhenUnauthorized()
{
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, method);
    FaultServer server;
    server.setHandler([&](const auto &) {
        Answer answer = Answer::json(R"({"message":"no"})", 401);
        if (!challenge.isEmpty())
            answer.headers << qMakePair("WWW-Authenticate", challenge);
        return answer;
    });
    const auto response = m_client.send(
        {.method = method, .url = server.url(), .headers = {{"Authorization", "Basic eDp5"}}, .body = "x"}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 401);
    QCOMPARE(response->body, R"({"message":"no"})");
    QCOMPARE(server.requests().size(), 1);
}

void TestClient::keepsTheAnswerThatComesBeforeTheBodyIsRead()
{
    FaultServer server;
    server.setIgnoresBodies(true);
    server.enqueue({.status = 413, .ending = Answer::Ending::Close});
    const auto response = m_client.send({.method = "POST", .url = server.url(), .body = QByteArray(1000, 'x')}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 413);
}

void TestClient::neverSendsAPostTwice_data()
{
    QTest::addColumn<Answer::Ending>("ending");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("closed") << Answer::Ending::Close << QByteArray("POST") << QByteArray("{}");
    QTest::addRow("reset") << Answer::Ending::Reset << QByteArray("POST") << QByteArray("{}");
    QTest::addRow("empty body") << Answer::Ending::Close << QByteArray("POST") << QByteArray();
    QTest::addRow("large body") << Answer::Ending::Close << QByteArray("POST") << QByteArray(5'000'000, 'x');
    QTest::addRow("DELETE") << Answer::Ending::Close << QByteArray("DELETE") << QByteArray();
    QTest::addRow("PUT") << Answer::Ending::Reset << QByteArray("PUT") << QByteArray("{}");
}

void TestClient::neverSendsAPostTwice()
{
    QFETCH(Answer::Ending, ending);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    FaultServer server;
    server.setHandler([ending](const auto &) { return Answer{.raw = QByteArray(), .ending = ending}; });
    const auto response = m_client.send({.method = method, .url = server.url(), .body = body}, {});
    COMPARE_ERROR(response, ErrorCode::Unreachable);
    QVERIFY2(response.error().text().contains(u"unknown whether"_s), qPrintable(response.error().text()));
    QVERIFY(server.waitForNoConnection());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("content-length"), QByteArray::number(body.size()));
}

void TestClient::sendsAPostOnceAfterKeepAlive()
{
    // The server drops a kept connection at the very moment when the next request arrives on it.
    FaultServer server;
    QMap<int, int> perConnection;
    server.setHandler([&](const auto &request) {
        return ++perConnection[request.connection] > 1 ? Answer::closed() : Answer::json("{}");
    });
    VERIFY_RESULT(get(server));
    VERIFY_RESULT(m_client.send({.method = "POST", .url = server.url(), .body = "{}"}, {}));
    VERIFY_RESULT(m_client.send({.method = "POST", .url = server.url(), .body = "{}"}, {}));
    VERIFY_RESULT(get(server));
    int posts = 0;
    for (const auto &request : server.requests())
        posts += request.method == "POST";
    QCOMPARE(posts, 2);
}

void TestClient::tellsWhyThereIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<Answer::Ending>("ending");
    QTest::addColumn<QString>("words");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    const QString before = u"closed the connection before it answered"_s;
    const QString within = u"broke off in the middle of its answer"_s;
    QTest::addRow("closed") << QByteArray() << Answer::Ending::Close << before;
    QTest::addRow("reset") << QByteArray() << Answer::Ending::Reset << before;
    QTest::addRow("half a head") << head << Answer::Ending::Close << before;
    QTest::addRow("half a body") << head + "Content-Length: 100\r\n\r\nhalf" << Answer::Ending::Close << within;
    QTest::addRow("half an error page") << "HTTP/1.1 500 X\r\nContent-Length: 100\r\n\r\nhalf"_ba
                                        << Answer::Ending::Close << within;
    QTest::addRow("half a 401") << "HTTP/1.1 401 X\r\nWWW-Authenticate: Basic\r\nContent-Length: 100\r\n\r\nhalf"_ba
                                << Answer::Ending::Close << u"It is unknown whether the request was processed"_s;
    QTest::addRow("body reset") << head + "Content-Length: 100\r\n\r\nhalf" << Answer::Ending::Reset << within;
    QTest::addRow("not HTTP") << "SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n"_ba << Answer::Ending::Close << before;
    QTest::addRow("bad status line") << "HTTP/1.1 abc def\r\n\r\n"_ba << Answer::Ending::Close << before;
}

void TestClient::tellsWhyThereIsNoAnswer()
{
    QFETCH(QByteArray, raw);
    QFETCH(Answer::Ending, ending);
    QFETCH(QString, words);
    FaultServer server;
    server.setHandler([&](const auto &) { return Answer{.raw = raw, .ending = ending}; });
    for (const QByteArray method : {"GET", "POST"}) {
        const auto response = m_client.send({.method = method, .url = server.url(), .body = "x"}, {});
        COMPARE_ERROR(response, ErrorCode::Unreachable);
        QVERIFY2(response.error().text().contains(words), qPrintable(response.error().text()));
        QVERIFY2(response.error().message.contains(server.url().toString()), qPrintable(response.error().text()));
    }
}

void TestClient::namesTheClosedPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const quint16 port = taken.serverPort();
    taken.close();
    const auto response = m_client.send({.url = QUrl(u"http://127.0.0.1:%1/x"_s.arg(port))}, {});
    COMPARE_ERROR(response, ErrorCode::Unreachable);
    QCOMPARE(response.error().message, u"http://127.0.0.1:%1 refuses the connection"_s.arg(port));
}

void TestClient::namesTheUnknownHost()
{
    const auto response = m_client.send({.url = QUrl(u"http://engine.invalid:8080/x"_s)}, {});
    COMPARE_ERROR(response, ErrorCode::Unreachable);
    QCOMPARE(response.error().message, u"The host engine.invalid cannot be found"_s);
}

void TestClient::limitsTheTime_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<std::chrono::milliseconds>("drip");
    QTest::addRow("silence") << QByteArray() << 0ms;
    QTest::addRow("half a body") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"_ba << 0ms;
    QTest::addRow("a drop at a time") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"_ba + QByteArray(100, 'x')
                                      << std::chrono::milliseconds(20ms);
}

void TestClient::limitsTheTime()
{
    QFETCH(QByteArray, raw);
    QFETCH(std::chrono::milliseconds, drip);
    FaultServer server;
    server.enqueue({.raw = raw, .drip = drip});
    const auto response = m_client.send({.method = "POST", .url = server.url(), .timeLimit = 200ms}, {});
    COMPARE_ERROR(response, ErrorCode::TimedOut);
    QVERIFY2(response.error().message.contains(u"0.2 s"_s), qPrintable(response.error().text()));
    QVERIFY(server.waitForNoConnection());
    QCOMPARE(server.requests().size(), 1);
}

void TestClient::stopsWhenAsked()
{
    for (const Answer &answer : {Answer::silence(), Answer{.raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"}}) {
        FaultServer server;
        server.enqueue(answer);
        std::stop_source stop;
        const std::jthread other([&] {
            server.waitForRequests(1);
            stop.request_stop();
        });
        const auto response = m_client.send({.url = server.url()}, stop.get_token());
        COMPARE_ERROR(response, ErrorCode::Cancelled);
        QVERIFY(server.waitForNoConnection());
    }
}

void TestClient::sendsNothingWhenStopped()
{
    FaultServer server;
    std::stop_source stop;
    stop.request_stop();
    COMPARE_ERROR(m_client.send({.url = server.url()}, stop.get_token()), ErrorCode::Cancelled);
    QCOMPARE(server.connections(), 0);
}

void TestClient::limitsTheAnswer_data()
{
    QTest::addColumn<QByteArray>("raw");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    QTest::addRow("announced") << head + "Content-Length: 5000000000\r\n\r\nx";
    QTest::addRow("chunked") << head + "Transfer-Encoding: chunked\r\n\r\n7d0\r\n" + QByteArray(2000, 'x') + "\r\n";
    QTest::addRow("until it closes") << head + "\r\n" + QByteArray(2000, 'x');
    QTest::addRow("error page") << "HTTP/1.1 500 X\r\nContent-Length: 3000\r\n\r\n" + QByteArray(2000, 'x');
}

void TestClient::limitsTheAnswer()
{
    QFETCH(QByteArray, raw);
    FaultServer server;
    server.enqueue({.raw = raw}); // and never ends
    const auto response = m_client.send({.url = server.url(), .responseLimit = 1000}, {});
    COMPARE_ERROR(response, ErrorCode::Refused);
    QVERIFY2(response.error().message.contains(u"more than 1000 bytes"_s), qPrintable(response.error().text()));
    QVERIFY(server.waitForNoConnection());
}

void TestClient::followsNoRedirect()
{
    FaultServer server;
    server.enqueue({.status = 302, .headers = {{"Location", server.url(u"/other"_s).toEncoded()}}});
    const auto response = get(server);
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 302);
    QCOMPARE(server.requests().size(), 1);
}

void TestClient::keepsNoCookie()
{
    FaultServer server;
    server.enqueue({.headers = {{"Set-Cookie", "session=1; Path=/"}}});
    server.enqueue({});
    VERIFY_RESULT(get(server));
    VERIFY_RESULT(get(server));
    QCOMPARE(server.requests().last().header("cookie"), "");
}

void TestClient::takesBodiesAsTheyCome()
{
    FaultServer server;
    server.enqueue({.headers = {{"Content-Encoding", "gzip"}}, .body = "not gzip at all"});
    const auto response = get(server);
    VERIFY_RESULT(response);
    QCOMPARE(response->body, "not gzip at all");
    QCOMPARE(server.requests().first().header("accept-encoding"), "identity");
}

void TestClient::keepsConnections()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::json("{}"); });
    for (int i = 0; i < 5; ++i)
        VERIFY_RESULT(get(server));
    QCOMPARE(server.connections(), 1);
}

void TestClient::servesManyThreads()
{
    FaultServer server;
    server.setHandler([](const auto &request) { return Answer::json(request.target + request.body); });
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 20; ++i) {
                    const QString path = u"/%1/%2"_s.arg(thread).arg(i);
                    const bool post = i % 4 == 0;
                    const auto response = m_client.send(
                        {.method = post ? "POST" : "GET", .url = server.url(path), .body = post ? "body" : ""}, {});
                    right += response && response->body == path.toLatin1() + (post ? "body" : "");
                }
            });
        }
    }
    QCOMPARE(right.load(), 160);
}

void TestClient::usesTheProxyForOtherHostsOnly()
{
    FaultServer proxy;
    proxy.setHandler([](const auto &) { return Answer::json("\"proxy\""); });
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::json("\"server\""); });
    qputenv("http_proxy", proxy.url().toEncoded());
    const auto cleanUp = qScopeGuard([] { qunsetenv("http_proxy"); });

    const auto far = m_client.send({.url = QUrl(u"http://engine.invalid/x"_s)}, {});
    const auto near = get(server);
    const auto named = m_client.send({.url = server.url(u"/"_s, u"localhost"_s)}, {});
    VERIFY_RESULT(far);
    QCOMPARE(far->body, "\"proxy\"");
    QCOMPARE(proxy.requests().first().target, "http://engine.invalid/x");
    VERIFY_RESULT(near);
    QCOMPARE(near->body, "\"server\"");
    // A machine without /etc/hosts does not know that name; the proxy is not asked for it there either.
    if (named)
        QCOMPARE(named->body, "\"server\"");
    else
        QVERIFY2(named.error().message.contains("localhost"_L1), qPrintable(named.error().text()));
    QCOMPARE(proxy.requests().size(), 1);
}

void TestClient::refusesImpossibleRequests_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addRow("scheme") << QUrl(u"ftp://127.0.0.1/x"_s) << QByteArray("x");
    QTest::addRow("file") << QUrl(u"file:///etc/passwd"_s) << QByteArray("x");
    QTest::addRow("relative") << QUrl(u"engine-rest"_s) << QByteArray("x");
    QTest::addRow("no host") << QUrl(u"http:///x"_s) << QByteArray("x");
    QTest::addRow("password in the address") << QUrl(u"http://demo:marker@127.0.0.1/x"_s) << QByteArray("x");
    QTest::addRow("line break") << QUrl(u"http://127.0.0.1:1/x"_s) << QByteArray("Basic marker\r\nX: y");
}

void TestClient::refusesImpossibleRequests()
{
    QFETCH(QUrl, url);
    QFETCH(QByteArray, header);
    const auto response = m_client.send({.url = url, .headers = {{"Authorization", header}}}, {});
    COMPARE_ERROR(response, ErrorCode::InvalidInput);
    QVERIFY2(!response.error().text().contains(u"marker"_s), qPrintable(response.error().text()));
}

void TestClient::hidesSecrets()
{
    FaultServer server;
    server.enqueue(Answer::silence());
    server.enqueue(Answer::closed());
    server.enqueue(Answer::closed());
    server.enqueue(Answer::closed());
    QUrl url = server.url(u"/x"_s);
    url.setQuery(u"token=marker"_s);
    const Request request{.url = url, .headers = {{"Authorization", "Bearer marker"}}, .timeLimit = 100ms};
    for (int i = 0; i < 2; ++i) {
        const auto response = m_client.send(request, {});
        QVERIFY(!response);
        QVERIFY2(!response.error().text().contains(u"marker"_s), qPrintable(response.error().text()));
    }
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
