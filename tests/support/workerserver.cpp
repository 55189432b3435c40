// SPDX-License-Identifier: Apache-2.0
#include "workerserver.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

WorkerServer::WorkerServer(QByteArray secret) : m_secret(std::move(secret))
{
    m_server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
}

QList<WorkerServer::Call> WorkerServer::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

Answer WorkerServer::answer(const ReceivedRequest &request)
{
    if (request.method != "POST" || request.path() != "/deploy")
        return Answer::html(404);
    const QByteArray time = request.header("X-Timestamp");
    const QByteArray given = request.header("X-Signature");
    const bool fresh = std::abs(QDateTime::currentMSecsSinceEpoch() - time.toLongLong()) < 5 * 60 * 1000;
    const bool right = given == "sha256=" + signature(time + '.' + request.body);

    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const std::scoped_lock lock(m_mutex);
    const bool taken = fresh && right && !m_signatures.contains(given) && body["branch"_L1] == "main"_L1
        && request.header("Content-Type") == "application/json";
    m_calls << Call{body["commit"_L1].toString(), body["id"_L1].toString(), taken ? 202 : 401};
    if (!taken)
        return Answer::json(R"({"error":"Não Autorizado"})", 401);
    m_signatures << given;
    Answer accepted = Answer::json(R"({"success":true,"message":"Deploy agendado"})", 202);
    accepted.headers << qMakePair(QByteArray("X-Item"), QByteArray::number(m_calls.size()));
    return accepted;
}

QByteArray WorkerServer::signature(const QByteArray &signedText) const
{
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-hmac"_s, QString::fromUtf8(m_secret)});
    openssl.write(signedText);
    openssl.closeWriteChannel();
    openssl.waitForFinished();
    return openssl.readAllStandardOutput().trimmed().split(' ').last();
}

} // namespace pipeline::tests
