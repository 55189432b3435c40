// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "network.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace pipeline::http {

/// One request and its answer, on the network thread; deleting it breaks the exchange off.
class Exchange : public QObject {
public:
    /// May be called from any thread; everything but wait() then happens on the thread of \a network.
    Exchange(Request request, TlsSetup setup, Network &network);
    ~Exchange() override;

    void start();

    /// The outcome, or nothing when \a stop came first.
    std::optional<Result<Response>> wait(std::stop_token stop);

private:
    QNetworkReply *send();
    void read();
    void finish();
    qint64 announcedSize() const;
    void settle(Result<Response> outcome);

    const Request m_request;
    const TlsSetup m_setup;
    Network &m_network;
    QTimer m_timer;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QList<QSslError> m_certificateErrors;

    std::mutex m_mutex;
    std::condition_variable_any m_settled;
    std::optional<Result<Response>> m_outcome;
};

} // namespace pipeline::http
