// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace pipeline::tests {

/// Certificates made by the openssl program for one test run; the authority signs all but selfSigned().
class TestCertificates {
public:
    /// Makes the authority; isValid() is false when openssl is missing.
    TestCertificates();

    bool isValid() const { return m_valid; }
    QString authority() const { return file("ca.pem"); }
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Server configurations for 127.0.0.1 and localhost.
    QSslConfiguration good();
    QSslConfiguration expired();
    QSslConfiguration selfSigned();
    /// For another host.
    QSslConfiguration otherHost();
    /// As good(), and asks the client for a certificate of the authority.
    QSslConfiguration withClientCertificate();

    /// Makes NAME.pem and NAME.key for a client.
    void makeClient(const QString &name);

private:
    bool openssl(const QStringList &arguments);
    void makeKey(const QString &name);
    void makeLeaf(const QString &name, const QString &alternativeNames, int days);
    QSslConfiguration configuration(const QString &name) const;

    QTemporaryDir m_folder;
    bool m_valid = false;
};

} // namespace pipeline::tests
