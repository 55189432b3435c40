// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/secret.h"
#include "models/environment.h"

#include <QString>
#include <QUrl>

namespace pipeline::tests {

/// A real engine for one test program: the one that PIPELINE_TEST_ENGINE names by its URL, else the one that ctest
/// has started for all tests (PIPELINE_TEST_ENGINE_FILE), else one of its own.
///
/// It may be shared, so tests use keys and deployment names of their own: see unique().
class EngineFixture {
public:
    EngineFixture();
    ~EngineFixture();
    EngineFixture(const EngineFixture &) = delete;
    EngineFixture &operator=(const EngineFixture &) = delete;

    /// Why there is no engine; empty when there is one.
    QString problem() const { return m_problem; }
    QUrl url() const { return m_url; }

    /// An environment named "teste" on this engine.
    Environment environment() const;
    credentials::Secret password() const { return credentials::Secret("demo"); }

    /// \a prefix and something that nobody else has; fit for a process id.
    static QString unique(const QString &prefix);

private:
    void adopt(const QByteArray &json);
    void startOwn();

    QString m_problem;
    QUrl m_url;
    int m_ownPid = 0;
};

} // namespace pipeline::tests
