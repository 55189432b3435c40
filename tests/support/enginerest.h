// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "enginefixture.h"

#include "http/client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace pipeline::tests {

/// The engine as another program sees it: REST calls of our own, apart from the pipeline's client for it.
class EngineRest {
public:
    explicit EngineRest(const EngineFixture &fixture) : m_fixture(fixture) {}

    /// GET of \a path below /engine-rest.
    QByteArray bytes(const QString &path)
    {
        http::Request request;
        request.url = QUrl(m_fixture.url().toString() + QStringLiteral("/engine-rest/") + path);
        request.headers = {{"Authorization", "Basic " + ("demo:" + m_fixture.password().reveal()).toBase64()}};
        const auto response = m_client.send(request, {});
        if (!response || !response->isSuccess())
            qWarning("%s: %s", qPrintable(path),
                     response ? response->body.constData() : qPrintable(response.error().text()));
        return response ? response->body : QByteArray();
    }

    QJsonArray list(const QString &path) { return QJsonDocument::fromJson(bytes(path)).array(); }

    /// The deployments of one backlog item whose name begins with \a product.
    QJsonArray deployments(qint64 item, const QString &product)
    {
        return list(QStringLiteral("deployment?source=prometheus-pipeline:%1&nameLike=%2-%25").arg(item).arg(product));
    }

private:
    const EngineFixture &m_fixture;
    http::Client m_client;
};

} // namespace pipeline::tests
