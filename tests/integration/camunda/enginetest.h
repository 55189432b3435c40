// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models.h"

#include "camunda/deployments.h"
#include "support/enginefixture.h"
#include "support/resultchecks.h"

#include <optional>

namespace pipeline::tests {

/// What every test against the engine needs.
class EngineTest : public QObject {
protected:
    /// A second client, for another tenant or user.
    std::unique_ptr<camunda::EngineClient> client(const Environment &environment)
    {
        return std::make_unique<camunda::EngineClient>(m_http, environment, m_fixture.password());
    }

    const camunda::EngineClient &engine() const { return *m_engine; }

    Result<std::variant<camunda::Deployment, camunda::Rejection>> deploy(const QList<camunda::ResourceFile> &files)
    {
        return camunda::createDeployment(
            *m_engine, {.name = EngineFixture::unique(QStringLiteral("teste")), .source = {}, .files = files}, {});
    }

    /// The deployment of files that the engine accepts; one without id when it does not.
    camunda::Deployment deployed(const QList<camunda::ResourceFile> &files)
    {
        const auto outcome = deploy(files);
        if (outcome && std::holds_alternative<camunda::Deployment>(*outcome))
            return std::get<camunda::Deployment>(*outcome);
        qWarning("%s", qPrintable(outcome ? std::get<camunda::Rejection>(*outcome).message : outcome.error().text()));
        return {};
    }

    EngineFixture m_fixture;
    http::Client m_http;
    std::unique_ptr<camunda::EngineClient> m_engine = client(m_fixture.environment());
};

} // namespace pipeline::tests

/// For initTestCase().
#define SKIP_WITHOUT_ENGINE()                                                                                          \
    do {                                                                                                               \
        if (!m_fixture.problem().isEmpty())                                                                            \
            QSKIP(qPrintable(m_fixture.problem()));                                                                    \
    } while (false)
