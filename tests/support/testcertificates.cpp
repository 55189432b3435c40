// SPDX-License-Identifier: Apache-2.0
#include "testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

TestCertificates::TestCertificates()
{
    makeKey(u"ca"_s);
    m_valid = openssl({u"req"_s, u"-x509"_s, u"-key"_s, u"ca.key"_s, u"-days"_s, u"30"_s, u"-subj"_s,
                       u"/CN=Test Authority"_s, u"-out"_s, u"ca.pem"_s});
}

QSslConfiguration TestCertificates::good()
{
    makeLeaf(u"good"_s, u"IP:127.0.0.1,DNS:localhost"_s, 30);
    return configuration(u"good"_s);
}

QSslConfiguration TestCertificates::expired()
{
    makeLeaf(u"expired"_s, u"IP:127.0.0.1,DNS:localhost"_s, -1);
    return configuration(u"expired"_s);
}

QSslConfiguration TestCertificates::selfSigned()
{
    makeKey(u"self"_s);
    openssl({u"req"_s, u"-x509"_s, u"-key"_s, u"self.key"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=localhost"_s,
             u"-addext"_s, u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s, u"-out"_s, u"self.pem"_s});
    return configuration(u"self"_s);
}

QSslConfiguration TestCertificates::otherHost()
{
    makeLeaf(u"other"_s, u"DNS:engine.example.org"_s, 30);
    return configuration(u"other"_s);
}

QSslConfiguration TestCertificates::withClientCertificate()
{
    QSslConfiguration tls = good();
    tls.setCaCertificates(QSslCertificate::fromPath(authority()));
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

void TestCertificates::makeClient(const QString &name)
{
    makeLeaf(name, u"DNS:client"_s, 30);
}

bool TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void TestCertificates::makeKey(const QString &name)
{
    openssl({u"ecparam"_s, u"-name"_s, u"prime256v1"_s, u"-genkey"_s, u"-noout"_s, u"-out"_s, name + ".key"_L1});
}

void TestCertificates::makeLeaf(const QString &name, const QString &alternativeNames, int days)
{
    makeKey(name);
    openssl(
        {u"req"_s, u"-new"_s, u"-key"_s, name + ".key"_L1, u"-subj"_s, "/CN="_L1 + name, u"-out"_s, name + ".csr"_L1});
    QFile extensions(m_folder.filePath(name + ".ext"_L1));
    if (extensions.open(QIODevice::WriteOnly))
        extensions.write("subjectAltName=" + alternativeNames.toLatin1() + '\n');
    extensions.close();
    openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + ".csr"_L1, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s, u"ca.key"_s,
             u"-CAcreateserial"_s, u"-days"_s, QString::number(days), u"-extfile"_s, extensions.fileName(), u"-out"_s,
             name + ".pem"_L1});
}

QSslConfiguration TestCertificates::configuration(const QString &name) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(m_folder.filePath(name + ".pem"_L1)));
    QFile key(m_folder.filePath(name + ".key"_L1));
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace pipeline::tests
