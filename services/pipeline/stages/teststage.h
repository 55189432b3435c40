// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validatestage.h"

namespace pipeline::store {
class Database;
}

namespace pipeline::runner {

/// TEST: the workers' own tests by Jest, and their coverage against the environment's minimum.
class TestStage : public Stage {
public:
    TestStage(store::Database &database, const workers::WorkerChecks &checks, WorkerCheckout checkout)
        : m_database(database), m_checks(checks), m_checkout(std::move(checkout))
    {}

    QString name() const override { return QStringLiteral("test"); }
    Result<contract::StageStatus> run(Run &run) override;

private:
    store::Database &m_database;
    const workers::WorkerChecks &m_checks;
    const WorkerCheckout m_checkout;
};

} // namespace pipeline::runner
