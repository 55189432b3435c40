// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/pipelineresult.h"
#include "models/testrun.h"
#include "support/gitrepository.h"
#include "ui/support/consolefixture.h"

namespace pipeline::tests {

/// A console with a release in real git repositories, whose runs are written as a runner writes them.
class ReleaseFixture {
public:
    static constexpr auto Ref = "R-2026.11.3";

    explicit ReleaseFixture(const QString &user = QStringLiteral("marina.duarte"));
    ~ReleaseFixture();

    /// What VALIDATE and TEST find.
    struct Validation {
        QList<Finding> errors;
        QList<Finding> warnings;
        QList<TestCase> tests;
        QList<FileCoverage> coverage;
        std::optional<double> total;
    };
    static Validation sound(); ///< three warnings, passed tests, 87.4 %
    static Validation withFailedTest();

    /// Runs a `validar` item to its end; gives its id. When it passes, an approval waits.
    qint64 validate(const Validation &validation, const QString &preparedBy = QStringLiteral("rafael.nunes"));

    /// Claims the `implantar` item as a runner and begins DEPLOY.
    Claim startDeployment();
    void failDeployment(const Claim &claim, const Finding &finding, const QString &reason);

    /// The open approval's id.
    qint64 openApproval() const;
    void approveAs(const QString &person);

    contract::PipelineContext context(contract::Mode mode) const;

    ConsoleFixture console;

private:
    GitRepository m_artefacts;
    GitRepository m_workers;
    repository::Mirror m_artefactsMirror;
    repository::Mirror m_workersMirror;
    repository::ReleaseReader m_reader;
    QString m_artefactsCommit;
    QString m_workersCommit;
    QString m_manifest;
};

} // namespace pipeline::tests
