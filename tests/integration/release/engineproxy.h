// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/enginefixture.h"
#include "support/faultserver.h"

#include "http/client.h"

namespace pipeline::tests {

/// Stands before the real engine: knows a password of its own, and can act after a request or answer in its place.
class EngineProxy {
public:
    /// Called with each request that has the right password; an answer of its own replaces the engine's.
    using Instead = std::function<std::optional<Answer>(const ReceivedRequest &)>;
    /// Called after the engine has answered.
    using After = std::function<void(const ReceivedRequest &)>;

    EngineProxy(const EngineFixture &fixture, const QByteArray &password)
        : m_fixture(fixture), m_authorization("Basic " + ("demo:" + password).toBase64())
    {
        m_server.setHandler([this](const ReceivedRequest &request) { return answer(request); });
    }

    QUrl url() const { return m_server.url(); }
    QList<ReceivedRequest> requests() const { return m_server.requests(); }

    void setInstead(Instead instead)
    {
        const std::scoped_lock lock(m_mutex);
        m_instead = std::move(instead);
    }
    void setAfter(After after)
    {
        const std::scoped_lock lock(m_mutex);
        m_after = std::move(after);
    }

    static bool isDeployment(const ReceivedRequest &request)
    {
        return request.method == "POST" && request.path().endsWith("/deployment/create");
    }

private:
    Answer answer(const ReceivedRequest &request)
    {
        const std::scoped_lock lock(m_mutex);
        const QByteArray given = request.header("Authorization");
        if (given.isEmpty() ? !request.path().endsWith("/engine") : given != m_authorization)
            return {.status = 401};
        if (m_instead) {
            if (const auto own = m_instead(request))
                return *own;
        }
        http::Request forwarded{.method = request.method,
                                .url = QUrl::fromEncoded(m_fixture.url().toEncoded() + request.target),
                                .body = request.body};
        forwarded.headers = {{"Authorization", "Basic " + ("demo:" + m_fixture.password().reveal()).toBase64()},
                             {"Accept", request.header("Accept")}};
        if (const QByteArray type = request.header("Content-Type"); !type.isEmpty())
            forwarded.headers << http::Header("Content-Type", type);
        const auto response = m_client.send(forwarded, {});
        if (!response)
            return Answer::html(502);
        if (m_after)
            m_after(request);
        return {.status = response->status,
                .headers = {{"Content-Type", response->header("Content-Type")}},
                .body = response->body};
    }

    const EngineFixture &m_fixture;
    const QByteArray m_authorization;
    std::mutex m_mutex;
    Instead m_instead;
    After m_after;
    http::Client m_client;
    FaultServer m_server; // last, for its thread uses the rest
};

} // namespace pipeline::tests
