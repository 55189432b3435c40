// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver.h"
#include "support/resultchecks.h"
#include "support/testcertificates.h"
#include "webhook/sender.h"
#include "webhook/signature.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace pipeline;
using namespace pipeline::webhook;
using tests::Answer;
using tests::FaultServer;

/// Calls to a worker server on a real socket.
class TestSender : public QObject {
    Q_OBJECT

private slots:
    void sendsWhatTheContractSays();
    void signsEachCallAnewUnderTheSameId();
    void tellsWhatTheReceiverAnswered();
    void tellsAnswersApart_data();
    void tellsAnswersApart();
    void followsNoRedirect();
    void hidesTheSecret();
    void trustsTheEnvironmentsAuthority();
    void isCancelled();

private:
    static Answer scheduled()
    {
        Answer answer = Answer::json(R"({"success":true,"message":"Deploy agendado"})", 202);
        answer.headers << qMakePair(QByteArray("X-Item"), QByteArray("17"));
        return answer;
    }
    Result<DeployAnswer> call(const FaultServer &server) { return send(m_http, callTo(server), m_secret, {}); }
    DeployCall callTo(const FaultServer &server) const { return {server.url(u"/deploy"_s), m_commit, m_id, {}}; }

    http::Client m_http;
    const credentials::Secret m_secret{"segredo-marcado"};
    const QString m_commit{40, u'b'};
    const QString m_id = u"0b5c5a52-6a0e-4d1e-8a53-3f2d0d0a8a11"_s;
};

void TestSender::sendsWhatTheContractSays()
{
    FaultServer server;
    server.enqueue(scheduled());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    VERIFY_RESULT(call(server));
    const qint64 after = QDateTime::currentMSecsSinceEpoch();

    QCOMPARE(server.requests().size(), 1);
    const tests::ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/deploy");
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(QJsonDocument::fromJson(request.body).object(),
             (QJsonObject{{u"branch"_s, u"main"_s}, {u"commit"_s, m_commit}, {u"id"_s, m_id}}));
    bool isNumber = false;
    const qint64 at = request.header("X-Timestamp").toLongLong(&isNumber);
    QVERIFY(isNumber);
    QVERIFY(before <= at && at <= after);
    QCOMPARE(request.header("X-Signature"), signature(m_secret.reveal(), request.header("X-Timestamp"), request.body));
}

void TestSender::signsEachCallAnewUnderTheSameId()
{
    FaultServer server;
    server.enqueue(Answer::json("{}", 503));
    server.enqueue(scheduled());
    COMPARE_ERROR(call(server), ErrorCode::Unreachable);
    QTest::qWait(2); // the times differ by a millisecond at least
    VERIFY_RESULT(call(server));
    const auto requests = server.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].body, requests[1].body);
    QVERIFY(requests[0].header("X-Timestamp") != requests[1].header("X-Timestamp"));
    // A receiver remembers signatures: the same one again would be a replay.
    QVERIFY(requests[0].header("X-Signature") != requests[1].header("X-Signature"));
}

void TestSender::tellsWhatTheReceiverAnswered()
{
    FaultServer server;
    server.enqueue(scheduled());
    const auto answer = call(server);
    VERIFY_RESULT(answer);
    QCOMPARE(answer->status, 202);
    QCOMPARE(answer->item, u"17"_s);
    QCOMPARE(answer->message, u"Deploy agendado"_s);

    server.enqueue({.status = 202, .body = "accepted"});
    const auto plain = call(server);
    VERIFY_RESULT(plain);
    QVERIFY(plain->item.isEmpty());
}

void TestSender::tellsAnswersApart_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("transient");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const Answer &answer, ErrorCode code, const QString &words) {
        QTest::newRow(name) << answer << code << isTransient(code) << words;
    };
    row("bad signature", Answer::json(R"({"error":"Não Autorizado"})"_ba, 401), ErrorCode::Unauthorized,
        u"Não Autorizado"_s);
    row("forbidden", Answer::html(403), ErrorCode::Refused, u"It answered 403"_s);
    row("not there", Answer::html(404), ErrorCode::Refused, u"Check worker_webhook"_s);
    row("other branch", Answer::json(R"({"message":"Branch ignorada"})", 200), ErrorCode::Refused,
        u"did not schedule the update. It answered 200: {\"message\":\"Branch ignorada\"}"_s);
    row("too many", Answer::json("{}", 429), ErrorCode::Unreachable, u"cannot take the call now"_s);
    row("its own trouble", Answer::html(500), ErrorCode::Unreachable, u"cannot take the call now"_s);
    row("starting", Answer::json("{}", 503), ErrorCode::Unreachable, u"It answered 503"_s);
    row("closed", Answer::closed(), ErrorCode::Unreachable, u"unknown whether the request was processed"_s);
    row("reset", Answer::reset(), ErrorCode::Unreachable, u"unknown whether the request was processed"_s);
}

void TestSender::tellsAnswersApart()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorCode, code);
    QFETCH(bool, transient);
    QFETCH(QString, words);
    FaultServer server;
    server.setHandler([&](const auto &) { return answer; });
    const auto result = call(server);
    COMPARE_ERROR(result, code);
    QCOMPARE(isTransient(result.error().code), transient);
    QVERIFY2(result.error().text().contains(words), qPrintable(result.error().text()));
    QCOMPARE(server.requests().size(), 1); // whether to call again is for the runner to say
}

void TestSender::followsNoRedirect()
{
    FaultServer elsewhere;
    elsewhere.setHandler([](const auto &) { return scheduled(); });
    FaultServer server;
    server.enqueue({.status = 307, .headers = {{"Location", elsewhere.url(u"/deploy"_s).toEncoded()}}});
    COMPARE_ERROR(call(server), ErrorCode::Refused);
    QCOMPARE(elsewhere.requests().size(), 0);
}

void TestSender::hidesTheSecret()
{
    for (const int status : {200, 400, 401, 500}) {
        FaultServer server;
        server.enqueue(Answer::json("{\"error\":\"expected " + m_secret.reveal() + "\"}", status));
        const auto result = call(server);
        QVERIFY(!result);
        QVERIFY2(result.error().text().contains(u"expected …"_s), qPrintable(result.error().text()));
        QVERIFY2(!result.error().text().contains("segredo-marcado"_L1), qPrintable(result.error().text()));
    }
    FaultServer server;
    server.enqueue(Answer::json("{\"message\":\"" + m_secret.reveal() + "\"}", 202));
    const auto result = call(server);
    VERIFY_RESULT(result);
    QCOMPARE(result->message, u"…"_s);
}

void TestSender::trustsTheEnvironmentsAuthority()
{
    tests::TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("openssl is not installed");
    FaultServer server(certificates.good());
    server.setHandler([](const auto &) { return scheduled(); });
    COMPARE_ERROR(call(server), ErrorCode::Refused);
    DeployCall trusting = callTo(server);
    trusting.tls.caFile = certificates.authority();
    VERIFY_RESULT(send(m_http, trusting, m_secret, {}));
    QCOMPARE(server.requests().size(), 1);
}

void TestSender::isCancelled()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::silence(); });
    std::stop_source stop;
    std::jthread canceller([&] {
        server.waitForRequests(1);
        stop.request_stop();
    });
    COMPARE_ERROR(send(m_http, callTo(server), m_secret, stop.get_token()), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestSender)
#include "tst_sender.moc"
