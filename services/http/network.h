// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tlssetup.h"

#include <QObject>

#include <vector>

class QNetworkAccessManager;

namespace pipeline::http {

/// What lives on the network thread for as long as the client: the connections that are kept alive.
class Network : public QObject {
public:
    struct Session {
        TlsSetup setup;
        QSslConfiguration tls;
        QNetworkAccessManager *manager;
    };

    /// A manager reuses a connection whatever the TLS configuration of the next request, so each setup has its own.
    const Session &session(const TlsSetup &setup);

    static QNetworkAccessManager *newManager(QObject *parent);

private:
    std::vector<Session> m_sessions;
};

} // namespace pipeline::http
