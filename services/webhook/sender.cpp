// SPDX-License-Identifier: Apache-2.0
#include "sender.h"

#include "signature.h"

#include "credentials/redaction.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pipeline::webhook {

namespace {

QString excerpt(const QByteArray &body)
{
    return QString::fromUtf8(body.left(200)).simplified();
}

} // namespace

Result<DeployAnswer> send(http::Client &client, const DeployCall &call, const credentials::Secret &secret,
                          std::stop_token stop)
{
    const QByteArray timestamp = QByteArray::number(QDateTime::currentMSecsSinceEpoch());
    http::Request request;
    request.method = "POST";
    request.url = call.url;
    request.tls = call.tls;
    request.body = QJsonDocument(QJsonObject{{u"branch"_s, u"main"_s}, {u"commit"_s, call.commit}, {u"id"_s, call.id}})
                       .toJson(QJsonDocument::Compact);
    request.headers = {{"Content-Type", "application/json"},
                       {"X-Timestamp", timestamp},
                       {"X-Signature", signature(secret.reveal(), timestamp, request.body)}};
    const auto response = client.send(request, stop);
    if (!response)
        return fail(response.error());

    const QByteArray said = credentials::redacted(response->body, secret);
    const QString where = u"The worker server at %1"_s.arg(call.url.toString(QUrl::RemoveUserInfo));
    const QString answered = u"It answered %1: %2"_s.arg(response->status).arg(excerpt(said));
    if (response->status == 401)
        return fail(ErrorCode::Unauthorized, where + u" refused the signature"_s, answered,
                    u"Compare the webhook secret on both sides, and the clocks of both machines"_s);
    if (response->status >= 500 || response->status == 429)
        return fail(ErrorCode::Unreachable, where + u" cannot take the call now"_s, answered);
    if (!response->isSuccess())
        return fail(ErrorCode::Refused, where + u" refused the call"_s, answered, u"Check worker_webhook"_s);
    const QJsonObject body = QJsonDocument::fromJson(said).object();
    DeployAnswer answer{response->status, QString::fromUtf8(response->header("X-Item")), body["message"_L1].toString()};
    if (response->status != 202)
        return fail(ErrorCode::Refused, where + u" did not schedule the update"_s, answered);
    return answer;
}

} // namespace pipeline::webhook
