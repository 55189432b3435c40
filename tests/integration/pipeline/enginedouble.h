// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pipeline::tests {

/// For faults that a real engine does not have at will: an empty engine that takes every deployment, on a real socket.
/// Answers that are set for a path take the place of its own, one after another.
class EngineDouble {
public:
    EngineDouble()
    {
        m_server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
    }

    static QByteArray createPath() { return "/engine-rest/deployment/create"; }
    static QByteArray versionPath() { return "/engine-rest/version"; }

    QUrl url() const { return m_server.url(); }
    const FaultServer &server() const { return m_server; }

    /// What stands in [environments.…] for it.
    QByteArray configuration() const
    {
        return "engine = \"" + url().toEncoded() + "\"\nuser = \"demo\"\npolicy = \"none\"\nsettle_s = 0\n";
    }

    void setAnswers(const QByteArray &path, const QList<Answer> &answers)
    {
        const std::scoped_lock lock(m_mutex);
        m_answers.insert(path, answers);
    }

    QList<ReceivedRequest> requests(const QByteArray &path) const
    {
        QList<ReceivedRequest> found = m_server.requests();
        found.removeIf([&](const ReceivedRequest &request) { return request.path() != path; });
        return found;
    }

private:
    Answer answer(const ReceivedRequest &request)
    {
        const std::scoped_lock lock(m_mutex);
        if (QList<Answer> &set = m_answers[request.path()]; !set.isEmpty())
            return set.size() > 1 ? set.takeFirst() : set.first();
        if (request.path() == "/engine-rest/engine")
            return Answer::json(R"([{"name":"default"}])");
        if (request.path() == versionPath())
            return Answer::json(R"({"version":"7.24.0"})");
        if (request.path() == createPath())
            return Answer::json(R"({"id":"d1"})");
        return Answer::json("[]");
    }

    mutable std::mutex m_mutex;
    QHash<QByteArray, QList<Answer>> m_answers;
    FaultServer m_server; ///< last, for its thread uses the rest
};

} // namespace pipeline::tests
