// SPDX-License-Identifier: Apache-2.0
#include "engineclient.h"

#include "engineanswer.h"

#include "credentials/redaction.h"
#include "http/loopback.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

QByteArray authorization(const Environment &environment, const credentials::Secret &secret)
{
    switch (environment.authentication) {
    case Authentication::None:
        return {};
    case Authentication::Basic:
        return "Basic " + (environment.user.toUtf8() + ':' + secret.reveal()).toBase64();
    case Authentication::Bearer:
        return "Bearer " + secret.reveal();
    }
    return {};
}

QUrl urlOf(const Environment &environment, const Call &call)
{
    QUrl url = environment.engineRest();
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    for (const QString &segment : call.path)
        path += '/' + QUrl::toPercentEncoding(segment);
    url.setPath(QString::fromLatin1(path), QUrl::StrictMode);

    QByteArrayList parameters;
    for (const auto &[name, value] : call.query)
        parameters << QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    if (!parameters.isEmpty())
        url.setQuery(QString::fromLatin1(parameters.join('&')), QUrl::StrictMode);
    return url;
}

} // namespace

QString startsWithPattern(QString prefix)
{
    return prefix.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1) + u'%';
}

EngineClient::EngineClient(http::Client &client, Environment environment, credentials::Secret secret, http::Retry retry)
    : m_client(client), m_environment(std::move(environment)), m_secret(std::move(secret)), m_retry(retry)
{}

Query EngineClient::tenant() const
{
    if (m_environment.tenant.isEmpty())
        return {{u"withoutTenantId"_s, u"true"_s}};
    return {{u"tenantIdIn"_s, m_environment.tenant}};
}

Result<http::Response> EngineClient::send(const Call &call, std::stop_token stop) const
{
    http::Request request{.method = call.method,
                          .url = urlOf(m_environment, call),
                          .headers = {{"Accept", "application/json, */*"}},
                          .body = call.body,
                          .timeLimit = call.timeLimit,
                          .tls = {.caFile = m_environment.caFile,
                                  .clientCertificate = m_environment.clientCertificate,
                                  .clientKey = m_environment.clientKey}};
    if (!m_environment.allowPlainHttp && http::isExposed(request.url))
        return fail(plainHttpError(m_environment));
    if (!call.contentType.isEmpty())
        request.headers << http::Header("Content-Type", call.contentType);
    const QByteArray credentials = authorization(m_environment, m_secret);
    if (call.withCredentials) {
        if (m_refused)
            return fail(unauthorizedError(m_environment));
        if (!credentials.isEmpty())
            request.headers << http::Header("Authorization", credentials);
    }

    Result<http::Response> response = call.repeat && call.method == "GET"
        ? http::sendRepeatedly(m_client, request, m_retry, stop)
        : m_client.send(request, stop);
    if (response && response->status == 401 && call.withCredentials) {
        m_refused = true;
        return fail(unauthorizedError(m_environment));
    }
    // Some servers and gateways repeat in their error pages what they were sent.
    if (response && !response->isSuccess()) {
        const credentials::Secret sent(credentials.mid(credentials.indexOf(' ') + 1));
        response->body = credentials::redacted(credentials::redacted(response->body, sent), m_secret);
    }
    return response;
}

Result<http::Response> EngineClient::sendChecked(const Call &call, std::stop_token stop) const
{
    Result<http::Response> response = send(call, stop);
    if (response && !response->isSuccess())
        return fail(answerError(m_environment, *response));
    return response;
}

Result<QJsonArray> EngineClient::list(const QStringList &path, const Query &query, std::stop_token stop) const
{
    return sendChecked({.path = path, .query = query}, stop).and_then([this](const http::Response &response) {
        return jsonArray(m_environment, response);
    });
}

Result<QJsonObject> EngineClient::object(const QStringList &path, const Query &query, std::stop_token stop) const
{
    return sendChecked({.path = path, .query = query}, stop).and_then([this](const http::Response &response) {
        return jsonObject(m_environment, response);
    });
}

Result<QByteArray> EngineClient::bytes(const QStringList &path, std::stop_token stop) const
{
    constexpr int attempts = 4;
    QByteArray last;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        const Result<http::Response> response = sendChecked({.path = path}, stop);
        if (!response)
            return fail(response.error());
        // A chunked answer that broke off may look whole; two that are equal are.
        const bool isCertain = response->header("Transfer-Encoding").isEmpty();
        if (isCertain || (attempt > 1 && response->body == last))
            return response->body;
        last = response->body;
    }
    return fail(incompleteError(m_environment, u"It was read %1 times, and differed each time"_s.arg(attempts)));
}

Result<int> EngineClient::count(const QStringList &path, const Query &query, std::stop_token stop) const
{
    return object(path + QStringList{u"count"_s}, query, stop)
        .and_then([this](const QJsonObject &answer) -> Result<int> {
            const QJsonValue number = answer.value("count"_L1);
            if (!number.isDouble())
                return fail(notAnEngineError(m_environment));
            return number.toInt();
        });
}

Result<void> EngineClient::remove(const QStringList &path, const Query &query, std::stop_token stop) const
{
    const Result<http::Response> response = sendChecked({.method = "DELETE", .path = path, .query = query}, stop);
    if (!response)
        return fail(response.error());
    return {};
}

Result<http::Response> EngineClient::post(const QStringList &path, const QJsonObject &body, std::stop_token stop) const
{
    return sendChecked({.method = "POST",
                        .path = path,
                        .contentType = "application/json",
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact)},
                       stop);
}

} // namespace pipeline::camunda
