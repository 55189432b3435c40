// SPDX-License-Identifier: Apache-2.0
#include "webhook/signature.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pipeline::webhook;

/// The signature, compared with what the openssl program computes, as the receiving side does.
class TestSignature : public QObject {
    Q_OBJECT

private slots:
    void equalsOpenssl_data();
    void equalsOpenssl();
};

void TestSignature::equalsOpenssl_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("body");

    QByteArray every;
    for (int i = 0; i < 256; ++i)
        every += char(i);
    QTest::newRow("the existing workflow's body") << "segredo"_ba << R"({"branch":"main"})"_ba;
    QTest::newRow("letters beyond ASCII") << "sénha–ç"_ba << R"({"branch":"órfão"})"_ba;
    QTest::newRow("any bytes") << every << every;
    QTest::newRow("longer than a block") << QByteArray(200, 'k') << QByteArray(100'000, 'b');
    QTest::newRow("no body") << "segredo"_ba << QByteArray();
}

void TestSignature::equalsOpenssl()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, body);
    const QByteArray timestamp = "1795523512345";
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"dgst"_s, u"-sha256"_s, u"-mac"_s, u"HMAC"_s, u"-macopt"_s,
                   "hexkey:"_L1 + QString::fromLatin1(secret.toHex())});
    if (!openssl.waitForStarted())
        QSKIP("openssl is not installed");
    openssl.write(timestamp + '.' + body);
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    const QByteArray expected = openssl.readAllStandardOutput().trimmed().split(' ').last();
    QCOMPARE(expected.size(), 64);
    QCOMPARE(signature(secret, timestamp, body), "sha256=" + expected);
}

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
