// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faultserver.h"

#include <QSet>

namespace pipeline::tests {

/// The worker server's receiver as the contract describes it, on a real socket: it takes a call when its signature is
/// the one that the program `openssl` computes.
class WorkerServer {
public:
    explicit WorkerServer(QByteArray secret);

    /// To be configured as worker_webhook.
    QUrl url() const { return m_server.url(QStringLiteral("/deploy")); }

    /// A call, and what became of it.
    struct Call {
        QString commit;
        QString id;
        int status = 0;
    };
    QList<Call> calls() const;

private:
    Answer answer(const ReceivedRequest &request);
    QByteArray signature(const QByteArray &signedText) const;

    const QByteArray m_secret;
    mutable std::mutex m_mutex;
    QList<Call> m_calls;
    QSet<QByteArray> m_signatures; ///< of calls that were taken
    FaultServer m_server; ///< last, for its thread uses the rest
};

} // namespace pipeline::tests
