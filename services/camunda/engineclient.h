// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/secret.h"
#include "http/client.h"
#include "models/environment.h"
#include "models/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <atomic>

namespace pipeline::camunda {

/// Parameters of a request, not yet encoded.
using Query = QList<QPair<QString, QString>>;

/// \a prefix as the pattern of a `…Like` parameter.
QString startsWithPattern(QString prefix);

/// One request to the REST interface.
struct Call {
    QByteArray method = "GET";
    QStringList path; ///< segments below /engine-rest, not yet encoded
    Query query = {};
    QByteArray contentType = {};
    QByteArray body = {};
    std::chrono::milliseconds timeLimit = std::chrono::seconds(30);
    bool withCredentials = true;
    bool repeat = true; ///< a GET is tried again while it fails in passing
};

/// The REST interface of one environment's engine: its address, its credentials, and what its answers mean.
///
/// The calls are free functions, one header per group: deployments.h, definitions.h, decisions.h, instances.h,
/// health.h, system.h. May be used from any number of threads at once. Once the engine has refused the credentials,
/// every further call fails without being sent, for each attempt makes it refuse the right ones for longer.
class EngineClient {
public:
    EngineClient(http::Client &client, Environment environment, credentials::Secret secret, http::Retry retry = {});

    const Environment &environment() const { return m_environment; }

    /// Limits a query to the environment's tenant, or to what belongs to none.
    Query tenant() const;

    /// The answer, whatever its status; but a 401 to our credentials is Unauthorized, and http to another machine
    /// is Refused unless the environment allows it.
    Result<http::Response> send(const Call &call, std::stop_token stop) const;

    /// send(), and then an answer that is not 2xx is an error: NotFound (no such thing; no engine at this address),
    /// Refused (the engine said no), Unreachable (it could not answer now).
    Result<QJsonArray> list(const QStringList &path, const Query &query, std::stop_token stop) const;
    Result<QJsonObject> object(const QStringList &path, const Query &query, std::stop_token stop) const;
    /// Read twice when its length is not announced.
    Result<QByteArray> bytes(const QStringList &path, std::stop_token stop) const;
    Result<int> count(const QStringList &path, const Query &query, std::stop_token stop) const;
    Result<void> remove(const QStringList &path, const Query &query, std::stop_token stop) const;
    /// Sent once; the answer is for the caller to read.
    Result<http::Response> post(const QStringList &path, const QJsonObject &body, std::stop_token stop) const;

private:
    Result<http::Response> sendChecked(const Call &call, std::stop_token stop) const;

    http::Client &m_client;
    const Environment m_environment;
    const credentials::Secret m_secret;
    const http::Retry m_retry;
    mutable std::atomic<bool> m_refused = false;
};

} // namespace pipeline::camunda
