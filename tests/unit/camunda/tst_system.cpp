// SPDX-License-Identifier: Apache-2.0
#include "camunda/system.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"
#include "support/testcertificates.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using camunda::EngineClient;
using contract::Check;
using tests::Answer;
using tests::FaultServer;
using tests::ReceivedRequest;

/// Whether there is an engine, and who may use it.
class TestSystem : public QObject {
    Q_OBJECT

private slots:
    void asksTheVersion();
    void tellsThatThereIsNoEngine_data();
    void tellsThatThereIsNoEngine();
    void givesThePasswordToEnginesOnly();
    void probes_data();
    void probes();
    void probesNothingThere();
    void probesCertificates();
    void probesOnce();

private:
    static Environment environment(const QUrl &url)
    {
        Environment environment;
        environment.name = u"producao"_s;
        environment.engine = url;
        environment.authentication = Authentication::Basic;
        environment.user = u"demo"_s;
        return environment;
    }

    QString probe(const Environment &environment)
    {
        const EngineClient engine(m_http, environment, credentials::Secret("demo"));
        QStringList states;
        m_checks = camunda::probe(engine, {}).checks;
        for (const Check &check : m_checks)
            states << check.name + u' ' + contract::toString(check.status);
        return states.join(u", "_s);
    }

    http::Client m_http;
    QList<Check> m_checks;
};

void TestSystem::asksTheVersion()
{
    FaultServer server;
    server.enqueue(Answer::json(R"([{"name":"default"}])"));
    server.enqueue(Answer::json(R"({"version":"7.24.0"})"));
    const EngineClient engine(m_http, environment(server.url()), credentials::Secret("demo"));
    const auto version = camunda::engineVersion(engine, {});
    VERIFY_RESULT(version);
    QCOMPARE(*version, u"7.24.0"_s);
    QCOMPARE(server.requests()[0].target, "/engine-rest/engine");
    QCOMPARE(server.requests()[1].target, "/engine-rest/version");
}

void TestSystem::tellsThatThereIsNoEngine_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addRow("404 page") << Answer::html(404);
    QTest::addRow("page") << Answer::html(200);
    QTest::addRow("no engines") << Answer::json("[]");
    QTest::addRow("other list") << Answer::json("[1,2]");
    QTest::addRow("other document") << Answer::json("{}");
}

void TestSystem::tellsThatThereIsNoEngine()
{
    QFETCH(Answer, answer);
    FaultServer server;
    server.setHandler([&](const auto &) { return answer; });
    const EngineClient engine(m_http, environment(server.url()), credentials::Secret("demo"));
    const auto version = camunda::engineVersion(engine, {});
    COMPARE_ERROR(version, ErrorCode::NotFound);
    QCOMPARE(version.error().message, u"There is no Camunda REST API at %1/engine-rest"_s.arg(server.url().toString()));
}

void TestSystem::givesThePasswordToEnginesOnly()
{
    FaultServer server;
    const EngineClient engine(m_http, environment(server.url()), credentials::Secret("demo"));
    COMPARE_ERROR(camunda::engineVersion(engine, {}), ErrorCode::NotFound);
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().header("Authorization"), "");
}

void TestSystem::probes_data()
{
    QTest::addColumn<Answer>("engine");
    QTest::addColumn<Answer>("version");
    QTest::addColumn<Authentication>("authentication");
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("detail");
    const Answer engine = Answer::json(R"([{"name":"default"}])");
    const Answer version = Answer::json(R"({"version":"7.24.0"})");
    const Answer refusal{.status = 401};
    const auto basic = Authentication::Basic;
    QTest::addRow("good") << engine << version << basic
                          << u"address success, tls skipped, engine success, credentials success, version success"_s
                          << u"7.24.0"_s;
    QTest::addRow("no credentials needed")
        << engine << version << Authentication::None
        << u"address success, tls skipped, engine success, credentials skipped, version success"_s << u"7.24.0"_s;
    QTest::addRow("wrong password")
        << engine << refusal << basic
        << u"address success, tls skipped, engine success, credentials failed, version skipped"_s
        << u"does not accept the user demo"_s;
    QTest::addRow("gateway asks first")
        << refusal << version << basic
        << u"address success, tls skipped, engine unknown, credentials success, version success"_s << u"7.24.0"_s;
    QTest::addRow("no engine") << Answer::html(404) << version << basic
                               << u"address success, tls skipped, engine failed, credentials skipped, version skipped"_s
                               << u"There is no Camunda REST API"_s;
    QTest::addRow("starting") << Answer::html(503) << version << basic
                              << u"address success, tls skipped, engine failed, credentials skipped, version skipped"_s
                              << u"The engine is starting"_s;
    QTest::addRow("lost between")
        << engine << Answer::closed() << basic
        << u"address success, tls skipped, engine success, credentials unknown, version skipped"_s
        << u"closed the connection"_s;
}

void TestSystem::probes()
{
    QFETCH(Answer, engine);
    QFETCH(Answer, version);
    QFETCH(Authentication, authentication);
    QFETCH(QString, states);
    QFETCH(QString, detail);
    FaultServer server;
    server.setHandler(
        [&](const ReceivedRequest &request) { return request.path().endsWith("/engine") ? engine : version; });
    Environment where = environment(server.url());
    where.authentication = authentication;
    QCOMPARE(probe(where), states);
    QVERIFY(std::ranges::any_of(m_checks, [&](const Check &check) { return check.detail.contains(detail); }));
}

void TestSystem::probesNothingThere()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QUrl closed(u"http://127.0.0.1:%1"_s.arg(taken.serverPort()));
    taken.close();
    const QString nothing = u"address failed, tls skipped, engine skipped, credentials skipped, version skipped"_s;
    QCOMPARE(probe(environment(closed)), nothing);
    QVERIFY2(m_checks.first().detail.contains(u"refuses the connection"_s), qPrintable(m_checks.first().detail));
    QCOMPARE(probe(environment(QUrl(u"https://engine.invalid"_s))), nothing);
    QVERIFY2(m_checks.first().detail.contains(u"cannot be found"_s), qPrintable(m_checks.first().detail));
    QCOMPARE(probe(environment(QUrl(u"http://engine.invalid"_s))), nothing);
    QVERIFY2(m_checks.first().detail.contains(u"neither https"_s), qPrintable(m_checks.first().detail));
}

void TestSystem::probesCertificates()
{
    tests::TestCertificates certificates;
    if (!certificates.isValid())
        QSKIP("the openssl program is missing");
    const auto answer = [](const ReceivedRequest &request) {
        return Answer::json(request.path().endsWith("/engine") ? R"([{"name":"default"}])" : R"({"version":"7"})");
    };
    FaultServer good(certificates.good());
    good.setHandler(answer);
    Environment where = environment(good.url());
    where.caFile = certificates.authority();
    QCOMPARE(probe(where), u"address success, tls success, engine success, credentials success, version success"_s);

    FaultServer expired(certificates.expired());
    where.engine = expired.url();
    QCOMPARE(probe(where), u"address success, tls failed, engine skipped, credentials skipped, version skipped"_s);
    QVERIFY2(m_checks[1].detail.contains(u"it expired on"_s), qPrintable(m_checks[1].detail));
    QVERIFY(expired.requests().isEmpty());
}

void TestSystem::probesOnce()
{
    FaultServer server;
    server.setHandler([](const auto &) { return Answer::html(503); });
    probe(environment(server.url()));
    QCOMPARE(server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestSystem)
#include "tst_system.moc"
