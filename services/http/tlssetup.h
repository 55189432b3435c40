// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client.h"

#include <QSslConfiguration>
#include <QSslError>

namespace pipeline::http {

/// The contents of TlsFiles: files that were renewed on the disk are a different setup.
struct TlsSetup {
    QByteArray authorities;
    QByteArray certificate;
    QByteArray key;

    bool operator==(const TlsSetup &) const = default;
};

/// Reads the files. InvalidInput for one that is missing or does not hold what it should.
Result<TlsSetup> readTlsFiles(const TlsFiles &files);

/// Slow (it reads the system's authorities) unless \a setup is empty.
QSslConfiguration tlsConfiguration(const TlsSetup &setup);

/// Why the certificate of \a host was not accepted, in words.
QString certificateProblems(const QList<QSslError> &errors, const QString &host);

} // namespace pipeline::http
