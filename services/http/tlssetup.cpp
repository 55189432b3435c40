// SPDX-License-Identifier: Apache-2.0
#include "tlssetup.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace pipeline::http {
namespace {

Result<QByteArray> read(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidInput, u"%1: cannot be read"_s.arg(path), file.errorString());
    return file.readAll();
}

QSslKey privateKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QString nameOf(const QString &commonName)
{
    return commonName.isEmpty() ? u"an issuer without a name"_s : commonName;
}

QString certificateProblem(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return u"it expired on %1"_s.arg(certificate.expiryDate().toUTC().toString(u"yyyy-MM-dd"_s));
    case QSslError::CertificateNotYetValid:
        return u"it is not valid before %1"_s.arg(certificate.effectiveDate().toUTC().toString(u"yyyy-MM-dd"_s));
    case QSslError::SelfSignedCertificate:
        return u"it is self-signed"_s;
    case QSslError::HostNameMismatch: {
        QStringList names = certificate.subjectAlternativeNames().values();
        if (names.isEmpty())
            names = certificate.subjectInfo(QSslCertificate::CommonName);
        return u"it is made out to %1, not to %2"_s.arg(names.join(u", "_s), host);
    }
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return u"its issuer, %1, is not trusted here"_s.arg(nameOf(certificate.issuerDisplayName()));
    case QSslError::SelfSignedCertificateInChain:
        return u"its authority, %1, is not trusted here"_s.arg(nameOf(certificate.issuerDisplayName()));
    case QSslError::CertificateRevoked:
        return u"it has been revoked"_s;
    default:
        return error.errorString();
    }
}

} // namespace

Result<TlsSetup> readTlsFiles(const TlsFiles &files)
{
    if (files.clientCertificate.isEmpty() != files.clientKey.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    u"%1: a client certificate needs its key, and a key its certificate"_s.arg(files.clientCertificate
                                                                                               + files.clientKey),
                    {}, u"Set client_certificate and client_key, or neither"_s);
    }
    TlsSetup setup;
    for (const auto &[path, bytes] :
         {std::pair(files.caFile, &setup.authorities), std::pair(files.clientCertificate, &setup.certificate),
          std::pair(files.clientKey, &setup.key)}) {
        Result<QByteArray> content = read(path);
        if (!content)
            return fail(content.error());
        *bytes = *content;
    }
    for (const auto &[path, bytes] :
         {std::pair(files.caFile, setup.authorities), std::pair(files.clientCertificate, setup.certificate)}) {
        if (!path.isEmpty() && QSslCertificate::fromData(bytes).isEmpty())
            return fail(ErrorCode::InvalidInput, u"%1: there is no certificate in PEM in this file"_s.arg(path));
    }
    if (!files.clientKey.isEmpty() && privateKey(setup.key).isNull()) {
        return fail(ErrorCode::InvalidInput, u"%1: there is no private key in PEM in this file"_s.arg(files.clientKey),
                    u"RSA and EC keys without a passphrase can be read"_s);
    }
    return setup;
}

QSslConfiguration tlsConfiguration(const TlsSetup &setup)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!setup.authorities.isEmpty()) {
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + QSslCertificate::fromData(setup.authorities));
    }
    if (!setup.certificate.isEmpty()) {
        tls.setLocalCertificateChain(QSslCertificate::fromData(setup.certificate));
        tls.setPrivateKey(privateKey(setup.key));
    }
    return tls;
}

QString certificateProblems(const QList<QSslError> &errors, const QString &host)
{
    QStringList problems;
    for (const QSslError &error : errors)
        problems << certificateProblem(error, host);
    problems.removeDuplicates();
    return problems.join(u"; "_s);
}

} // namespace pipeline::http
