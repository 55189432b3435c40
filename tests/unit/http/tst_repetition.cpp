// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pipeline::ErrorCode;
using pipeline::http::Client;
using pipeline::http::Retry;
using pipeline::http::sendRepeatedly;
using pipeline::http::sleepFor;
using pipeline::tests::Answer;
using pipeline::tests::FaultServer;

/// What is tried again, and what never is.
class TestRepetition : public QObject {
    Q_OBJECT

private slots:
    void repeatsWhatMayPass_data();
    void repeatsWhatMayPass();
    void repeatsLostConnections();
    void givesUp();
    void neverRepeatsAnAnswer_data();
    void neverRepeatsAnAnswer();
    void heedsRetryAfter();
    void ignoresOddRetryAfter();
    void stopsBetweenAttempts();
    void sleeps();

private:
    Client m_client;
};

void TestRepetition::repeatsWhatMayPass_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestRepetition::repeatsWhatMayPass()
{
    QFETCH(int, status);
    FaultServer server;
    server.enqueue(Answer::html(status));
    server.enqueue(Answer::html(status));
    server.enqueue(Answer::json("{}"));
    const auto response = sendRepeatedly(m_client, {.url = server.url()}, {.firstPause = 1ms}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 200);
    QCOMPARE(server.requests().size(), 3);
}

void TestRepetition::repeatsLostConnections()
{
    FaultServer server;
    server.enqueue({.raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", .ending = Answer::Ending::Close});
    server.enqueue(Answer::silence());
    server.enqueue(Answer::json("{}"));
    const auto response = sendRepeatedly(m_client, {.url = server.url(), .timeLimit = 1s}, {.firstPause = 1ms}, {});
    VERIFY_RESULT(response);
    QCOMPARE(server.requests().size(), 3);
}

void TestRepetition::givesUp()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::html(503); });
    const auto response = sendRepeatedly(m_client, {.url = server.url()}, {.attempts = 4, .firstPause = 1ms}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 503);
    QCOMPARE(server.requests().size(), 4);

    server.setHandler([](const auto &) { return Answer::silence(); });
    COMPARE_ERROR(
        sendRepeatedly(m_client, {.url = server.url(), .timeLimit = 50ms}, {.attempts = 2, .firstPause = 1ms}, {}),
        ErrorCode::TimedOut);
    QCOMPARE(server.requests().size(), 6);
}

void TestRepetition::neverRepeatsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 302, 400, 401, 403, 404, 429, 500, 501})
        QTest::addRow("%d", status) << status;
}

void TestRepetition::neverRepeatsAnAnswer()
{
    QFETCH(int, status);
    FaultServer server;
    server.setHandler([&](const auto &) { return Answer::json("{}", status); });
    const auto response = sendRepeatedly(m_client, {.url = server.url()}, {.firstPause = 1ms}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, status);
    QCOMPARE(server.requests().size(), 1);
}

void TestRepetition::heedsRetryAfter()
{
    FaultServer server;
    server.enqueue({.status = 503, .headers = {{"Retry-After", "0"}}});
    server.enqueue(Answer::json("{}"));
    // Without the header it would wait for an hour.
    const auto response = sendRepeatedly(m_client, {.url = server.url()}, {.firstPause = 1h}, {});
    VERIFY_RESULT(response);
    QCOMPARE(response->status, 200);
}

void TestRepetition::ignoresOddRetryAfter()
{
    for (const QByteArray value : {"-5", "soon", "Fri, 31 Dec 1999 23:59:59 GMT", ""}) {
        FaultServer server;
        server.enqueue({.status = 503, .headers = {{"Retry-After", value}}});
        server.enqueue(Answer::json("{}"));
        const auto response = sendRepeatedly(m_client, {.url = server.url()}, {.firstPause = 1ms}, {});
        VERIFY_RESULT(response);
        QCOMPARE(response->status, 200);
    }
}

void TestRepetition::stopsBetweenAttempts()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::html(503); });
    std::stop_source stop;
    const std::jthread other([&] {
        server.waitForRequests(1);
        stop.request_stop();
    });
    COMPARE_ERROR(sendRepeatedly(m_client, {.url = server.url()}, {.firstPause = 1h}, stop.get_token()),
                  ErrorCode::Cancelled);
    QCOMPARE(server.requests().size(), 1);
}

void TestRepetition::sleeps()
{
    QVERIFY(sleepFor(1ms, {}));
    std::stop_source stop;
    QVERIFY(sleepFor(1ms, stop.get_token()));
    const std::jthread other([&] { stop.request_stop(); });
    QVERIFY(!sleepFor(1h, stop.get_token()));
    QVERIFY(!sleepFor(0ms, stop.get_token()));
}

QTEST_GUILESS_MAIN(TestRepetition)
#include "tst_repetition.moc"
