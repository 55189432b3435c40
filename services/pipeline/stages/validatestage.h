// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipeline/stage.h"

#include "configuration/configuration.h"
#include "repository/releasereader.h"
#include "validation/validator.h"
#include "workers/workerchecks.h"

namespace pipeline::runner {

/// The workers' commit as a folder, made by the first stage that needs it and shared by the next.
class WorkerCheckout {
public:
    /// \a folder holds the checkouts of all runs; each goes with its run.
    WorkerCheckout(repository::Mirror *mirror, QString folder) : m_mirror(mirror), m_folder(std::move(folder)) {}

    Result<workers::Checkout> open(Run &run) const;

private:
    repository::Mirror *m_mirror;
    const QString m_folder;
};

/// VALIDATE: reads the pinned bytes and says what is wrong with them; ESLint for the workers.
class ValidateStage : public Stage {
public:
    ValidateStage(repository::ReleaseReader &reader, const validation::Validator &validator, configuration::Rules rules,
                  const workers::WorkerChecks &checks, WorkerCheckout checkout)
        : m_reader(reader),
          m_validator(validator),
          m_rules(std::move(rules)),
          m_checks(checks),
          m_checkout(std::move(checkout))
    {}

    QString name() const override { return QStringLiteral("validate"); }
    Result<contract::StageStatus> run(Run &run) override;

private:
    Result<QList<Finding>> lint(Run &run) const;

    repository::ReleaseReader &m_reader;
    const validation::Validator &m_validator;
    const configuration::Rules m_rules;
    const workers::WorkerChecks &m_checks;
    const WorkerCheckout m_checkout;
};

} // namespace pipeline::runner
