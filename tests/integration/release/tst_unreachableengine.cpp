// SPDX-License-Identifier: Apache-2.0
#include "releasetest.h"

#include "support/faultserver.h"
#include "support/testcertificates.h"

#include <QTcpServer>

#include <map>

using namespace Qt::StringLiterals;
using namespace pipeline;
using tests::Answer;
using tests::FaultServer;
using tests::Installation;
using tests::Program;

/// Engines that cannot be used, each in its own way: each has a sentence of its own.
class TestUnreachableEngine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhatIsWrong();
    void asksOnceWithAWrongPassword();
    void triesAgainWhatMayPass();

private:
    /// What stands in for the engine, and how the run must end.
    struct Case {
        QByteArray name;
        QUrl engine;
        bool final = true; ///< ends the item as falhou, exit code 1; else it waits to be tried again, exit code 3
        QStringList says; ///< what, why and what next
    };

    static quint16 closedPort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    static Answer lockedEngine(const tests::ReceivedRequest &request)
    {
        if (request.path().endsWith("/engine"))
            return Answer::json(R"([{"name":"default"}])");
        return {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"default\""}}};
    }

    QTemporaryDir m_home;
    tests::TestCertificates m_certificates;
    FaultServer m_wrongPassword;
    FaultServer m_hanging;
    FaultServer m_other;
    FaultServer m_starting;
    std::unique_ptr<FaultServer> m_expired;
    std::unique_ptr<FaultServer> m_selfSigned;
    std::unique_ptr<FaultServer> m_otherHost;
    std::unique_ptr<FaultServer> m_untrusted;
    std::map<QByteArray, tests::Ended> m_ended;
    std::map<QByteArray, QJsonObject> m_items;
    QList<Case> m_cases;
};

/// Runs all of them at the same time, for some take as long as their time limits.
void TestUnreachableEngine::initTestCase()
{
    if (!m_certificates.isValid())
        QSKIP("openssl is not installed");
    tests::GitRepository::isolate(m_home.path());
    m_wrongPassword.setHandler(lockedEngine);
    m_hanging.setHandler([](const auto &) { return Answer::silence(); });
    m_other.setHandler([](const auto &) { return Answer::html(404); });
    m_starting.setHandler([](const auto &) { return Answer::html(503); });
    m_expired = std::make_unique<FaultServer>(m_certificates.expired());
    m_selfSigned = std::make_unique<FaultServer>(m_certificates.selfSigned());
    m_otherHost = std::make_unique<FaultServer>(m_certificates.otherHost());
    m_untrusted = std::make_unique<FaultServer>(m_certificates.good());

    const QString closed = u"http://127.0.0.1:%1"_s.arg(closedPort());
    const auto at = [](const FaultServer &server) { return server.url().toString(); };
    m_cases = {
        {"wrong password",
         m_wrongPassword.url(),
         true,
         {at(m_wrongPassword) + "/engine-rest does not accept the user demo with the stored password"_L1,
          u"asked once only"_s, u"credential set camunda.teste"_s}},
        {"down",
         QUrl(closed),
         false,
         {closed + " refuses the connection"_L1, u"Nothing listens on that port"_s, u"Start the server"_s}},
        {"hanging",
         m_hanging.url(),
         false,
         {at(m_hanging) + " did not answer within"_L1, u"unknown whether the request was processed"_s,
          u"overloaded"_s}},
        {"starting",
         m_starting.url(),
         false,
         {at(m_starting) + "/engine-rest answers 503"_L1, u"starting, or the gateway does not reach it"_s,
          u"Wait until it is up"_s}},
        {"no engine",
         m_other.url(),
         true,
         {"There is no Camunda REST API at "_L1 + at(m_other), u"not the engine"_s,
          u"Correct the engine of environment teste"_s}},
        {"expired",
         m_expired->url(),
         true,
         {at(*m_expired) + ": the server's certificate is not accepted"_L1, u"it expired on"_s, u"renewed"_s}},
        {"self-signed",
         m_selfSigned->url(),
         true,
         {at(*m_selfSigned) + ": the server's certificate is not accepted"_L1, u"it is self-signed"_s, u"ca_file"_s}},
        {"other host",
         m_otherHost->url(),
         true,
         {at(*m_otherHost) + ": the server's certificate is not accepted"_L1,
          u"made out to engine.example.org, not to 127.0.0.1"_s, u"ca_file"_s}},
        {"unknown authority",
         m_untrusted->url(),
         true,
         {at(*m_untrusted) + ": the server's certificate is not accepted"_L1,
          u"its issuer, Test Authority, is not trusted here"_s, u"ca_file"_s}},
    };

    std::map<QByteArray, std::unique_ptr<Installation>> installations;
    std::map<QByteArray, std::unique_ptr<Program>> programs;
    std::map<QByteArray, std::unique_ptr<QProcess>> runs;
    std::map<QByteArray, qint64> items;
    for (const Case &each : std::as_const(m_cases)) {
        auto &installation = installations[each.name];
        installation = std::make_unique<Installation>();
        // The expired certificate and that of another host are the authority's, so that nothing else is wrong with
        // them.
        const bool trusting = each.name == "expired" || each.name == "other host";
        installation->configure("engine = \"" + each.engine.toEncoded() + "\"\nuser = \"demo\"\npolicy = \"none\"\n"
                                + (trusting ? "ca_file = \"" + m_certificates.authority().toUtf8() + "\"\n" : ""));
        programs[each.name] = std::make_unique<Program>(*installation);
        items[each.name] = programs[each.name]->add(u"implantar"_s, installation->makeRelease({.worker = false}));
        QVERIFY(items[each.name] > 0);
        runs[each.name] = programs[each.name]->start({u"run"_s, u"--once"_s});
    }
    for (const Case &each : std::as_const(m_cases)) {
        m_ended[each.name] = Program::end(*runs[each.name]);
        m_items[each.name] = programs[each.name]->item(items[each.name]);
    }
}

void TestUnreachableEngine::saysWhatIsWrong()
{
    QStringList sentences;
    for (const Case &each : std::as_const(m_cases)) {
        const tests::Ended &ended = m_ended[each.name];
        const QByteArray context = each.name + ": " + QByteArray::number(ended.code) + '\n' + ended.out + ended.err;
        const QJsonObject item = m_items[each.name];
        QVERIFY2(ended.code == (each.final ? 1 : 3), context);
        // What is final is a result; what may pass is told beside it.
        const QString words = QString::fromUtf8(each.final ? ended.out : ended.err);
        for (const QString &part : each.says)
            QVERIFY2(words.contains(part),
                     qPrintable(u"\"%1\" is missing in:\n%2"_s.arg(part, QString::fromUtf8(context))));
        if (each.final) {
            const QString reason = item["resultado"_L1]["motivo"_L1].toString();
            QVERIFY2(words.contains(reason), context);
            QCOMPARE(item["estado"_L1].toString(), u"falhou"_s);
        } else {
            QVERIFY2(ended.out.isEmpty(), context); // it has no result yet
            QCOMPARE(item["estado"_L1].toString(), u"pendente"_s);
            QVERIFY(item["disponivel_em"_L1].toString() > item["atualizado_em"_L1].toString());
        }
        QCOMPARE(item["tentativa"_L1].toInt(), 1);
        // Without what is told apart by its address alone.
        QString sentence = each.says[0] + each.says[1];
        sentences << sentence.remove(each.engine.toString());
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestUnreachableEngine::asksOnceWithAWrongPassword()
{
    int withPassword = 0;
    for (const tests::ReceivedRequest &request : m_wrongPassword.requests())
        withPassword += request.header("Authorization").isEmpty() ? 0 : 1;
    QCOMPARE(withPassword, 1);
    QCOMPARE(m_wrongPassword.requests().size(), 2); // that there is an engine is asked without credentials

    // Nothing is sent to whom is not trusted, nor to what is no engine.
    for (const FaultServer *server : {m_expired.get(), m_selfSigned.get(), m_otherHost.get(), m_untrusted.get()})
        QCOMPARE(server->requests().size(), 0);
    QCOMPARE(m_other.requests().size(), 1);
    QVERIFY(m_other.requests().first().header("Authorization").isEmpty());
}

void TestUnreachableEngine::triesAgainWhatMayPass()
{
    for (const FaultServer *server : {&m_hanging, &m_starting}) {
        QCOMPARE(server->requests().size(), 3);
        for (const tests::ReceivedRequest &request : server->requests())
            QCOMPARE(request.method, "GET");
    }
    const QByteArray told = m_ended["down"].err;
    QVERIFY2(told.contains("Trying again in 1 s (2 of 3)") && told.contains("Trying again in 2 s (3 of 3)"), told);
}

QTEST_GUILESS_MAIN(TestUnreachableEngine)
#include "tst_unreachableengine.moc"
