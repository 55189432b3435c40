// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "approval/policycheck.h"
#include "credentials/credentialstore.h"
#include "pipeline/stage.h"
#include "plan/productplan.h"
#include "repository/releasereader.h"
#include "validation/validator.h"

namespace pipeline::store {
class Database;
}

namespace pipeline::runner {

/// What DEPLOY and VERIFY both need to reach an environment.
struct Surroundings {
    store::Database &database;
    http::Client &http;
    credentials::CredentialStore &credentials;
    const validation::Validator &validator;

    /// The engine of the run's environment, with its credentials. Unauthorized when the secret is missing.
    Result<std::unique_ptr<camunda::EngineClient>> engine(const Run &run) const;

    /// The files of one product of the release with what they define.
    QList<plan::PlannedFile> filesOf(const Run &run, const QString &product) const;
};

/// Refused when \a url is plain http to another machine, which the environment does not allow.
Result<void> requireProtected(const Environment &environment, const QUrl &url);

/// DEPLOY: one deployment for each product, then the workers' commit, then the call that restarts them.
class DeployStage : public Stage {
public:
    DeployStage(Surroundings surroundings, repository::ReleaseReader &reader, approval::PolicyCheck policy,
                repository::Mirror *workers)
        : m_around(surroundings), m_reader(reader), m_policy(std::move(policy)), m_workers(workers)
    {}

    QString name() const override { return QStringLiteral("deploy"); }
    Result<contract::StageStatus> run(Run &run) override;

private:
    Result<contract::StageStatus> refuse(Run &run, const Error &error) const;

    const Surroundings m_around;
    repository::ReleaseReader &m_reader;
    const approval::PolicyCheck m_policy;
    repository::Mirror *m_workers;
};

} // namespace pipeline::runner
