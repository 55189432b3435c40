// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"
#include "support/faultserver.h"
#include "support/resultchecks.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using pipeline::ErrorCode;
using pipeline::http::Client;
using pipeline::http::TlsFiles;
using pipeline::tests::Answer;
using pipeline::tests::FaultServer;
using pipeline::tests::TestCertificates;

/// Whom the client trusts, and what it says of those whom it does not.
class TestClientTls : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void trustsTheGivenAuthority();
    void refusesBadCertificates_data();
    void refusesBadCertificates();
    void trustsForOneRequestOnly();
    void presentsAClientCertificate();
    void refusesUnreadableFiles_data();
    void refusesUnreadableFiles();
    void tellsHttpFromHttps();

private:
    pipeline::Result<pipeline::http::Response> get(const FaultServer &server, const TlsFiles &tls)
    {
        return m_client.send({.url = server.url(u"/"_s), .tls = tls}, {});
    }

    TestCertificates m_certificates;
    Client m_client;
};

void TestClientTls::initTestCase()
{
    if (!m_certificates.isValid())
        QSKIP("the openssl program is missing");
}

void TestClientTls::trustsTheGivenAuthority()
{
    FaultServer server(m_certificates.good());
    server.setHandler([](const auto &) { return Answer::json("{}"); });
    for (int i = 0; i < 3; ++i) {
        const auto response = get(server, {.caFile = m_certificates.authority()});
        VERIFY_RESULT(response);
        QCOMPARE(response->body, "{}");
    }
    QCOMPARE(server.connections(), 1);
}

void TestClientTls::refusesBadCertificates_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<bool>("withAuthority");
    QTest::addColumn<QString>("words");
    QTest::addRow("expired") << m_certificates.expired() << true << u"it expired on \\d{4}-\\d\\d-\\d\\d"_s;
    QTest::addRow("other host") << m_certificates.otherHost() << true
                                << u"it is made out to engine\\.example\\.org, not to 127\\.0\\.0\\.1"_s;
    QTest::addRow("self-signed") << m_certificates.selfSigned() << true << u"it is self-signed"_s;
    QTest::addRow("unknown authority") << m_certificates.good() << false
                                       << u"its issuer, Test Authority, is not trusted"_s;
}

void TestClientTls::refusesBadCertificates()
{
    QFETCH(QSslConfiguration, tls);
    QFETCH(bool, withAuthority);
    QFETCH(QString, words);
    FaultServer server(tls);
    const auto response = get(server, {.caFile = withAuthority ? m_certificates.authority() : QString()});
    COMPARE_ERROR(response, ErrorCode::Refused);
    QVERIFY2(response.error().detail.contains(QRegularExpression(words)), qPrintable(response.error().text()));
    QVERIFY2(response.error().message.contains(server.url().toString()), qPrintable(response.error().text()));
    QVERIFY(server.requests().isEmpty());
}

void TestClientTls::trustsForOneRequestOnly()
{
    FaultServer server(m_certificates.good());
    server.setHandler([](const auto &) { return Answer::json("{}"); });
    VERIFY_RESULT(get(server, {.caFile = m_certificates.authority()}));
    COMPARE_ERROR(get(server, {}), ErrorCode::Refused);
    VERIFY_RESULT(get(server, {.caFile = m_certificates.authority()}));
}

void TestClientTls::presentsAClientCertificate()
{
    FaultServer server(m_certificates.withClientCertificate());
    server.setHandler([](const auto &) { return Answer::json("{}"); });
    m_certificates.makeClient(u"client"_s);
    const TlsFiles complete{.caFile = m_certificates.authority(),
                            .clientCertificate = m_certificates.file("client.pem"),
                            .clientKey = m_certificates.file("client.key")};
    VERIFY_RESULT(get(server, complete));

    const auto without = get(server, {.caFile = m_certificates.authority()});
    COMPARE_ERROR(without, ErrorCode::Unreachable); // TLS 1.3 asks for it after the handshake, and closes
    QVERIFY2(without.error().text().contains(u"client_certificate"_s), qPrintable(without.error().text()));
    QCOMPARE(server.requests().size(), 1);
}

void TestClientTls::refusesUnreadableFiles_data()
{
    QTest::addColumn<TlsFiles>("files");
    QTest::addColumn<QString>("named");
    const QString empty = m_certificates.file("empty.pem");
    QVERIFY(QFile(empty).open(QIODevice::WriteOnly));
    m_certificates.makeClient(u"one"_s);
    m_certificates.makeClient(u"two"_s);
    const QString certificate = m_certificates.file("one.pem");
    const QString missing = m_certificates.file("missing.pem");
    QTest::addRow("authority missing") << TlsFiles{.caFile = missing} << missing;
    QTest::addRow("authority empty") << TlsFiles{.caFile = empty} << empty;
    QTest::addRow("certificate empty") << TlsFiles{.clientCertificate = empty,
                                                   .clientKey = m_certificates.file("one.key")}
                                       << empty;
    QTest::addRow("key is no key") << TlsFiles{.clientCertificate = certificate, .clientKey = certificate}
                                   << certificate;
    QTest::addRow("certificate without key") << TlsFiles{.clientCertificate = certificate} << certificate;
    QTest::addRow("key without certificate")
        << TlsFiles{.clientKey = m_certificates.file("one.key")} << m_certificates.file("one.key");
}

void TestClientTls::refusesUnreadableFiles()
{
    QFETCH(TlsFiles, files);
    QFETCH(QString, named);
    FaultServer server(m_certificates.good());
    const auto response = get(server, files);
    COMPARE_ERROR(response, ErrorCode::InvalidInput);
    QVERIFY2(response.error().message.contains(named), qPrintable(response.error().text()));
    QCOMPARE(server.connections(), 0);
}

void TestClientTls::tellsHttpFromHttps()
{
    FaultServer plain;
    QUrl url = plain.url(u"/"_s);
    url.setScheme(u"https"_s);
    const auto noTls = m_client.send({.url = url}, {});
    COMPARE_ERROR(noTls, ErrorCode::Refused);
    QVERIFY2(noTls.error().message.contains(u"TLS"_s), qPrintable(noTls.error().text()));

    FaultServer secure(m_certificates.good());
    url = secure.url(u"/"_s);
    url.setScheme(u"http"_s);
    COMPARE_ERROR(m_client.send({.url = url}, {}), ErrorCode::Unreachable);
}

QTEST_GUILESS_MAIN(TestClientTls)
#include "tst_clienttls.moc"
