// SPDX-License-Identifier: Apache-2.0
#include "network.h"

#include "loopback.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <algorithm>

namespace pipeline::http {
namespace {

/// The system's proxy (http_proxy and its kin), which this machine is never asked for through.
class ProxyForOtherHosts : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

} // namespace

const Network::Session &Network::session(const TlsSetup &setup)
{
    const auto known = std::ranges::find(m_sessions, setup, &Session::setup);
    if (known != m_sessions.end())
        return *known;
    return m_sessions.emplace_back(setup, tlsConfiguration(setup), newManager(this));
}

QNetworkAccessManager *Network::newManager(QObject *parent)
{
    auto *manager = new QNetworkAccessManager(parent);
    manager->setProxyFactory(new ProxyForOtherHosts);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

} // namespace pipeline::http
