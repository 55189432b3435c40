// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/claim.h"
#include "models/result.h"
#include "models/testrun.h"

#include <stop_token>

namespace pipeline::store {
class Database;
}

namespace pipeline::events {

/// Each test and each file's coverage of a run, beside the totals in its resultado.
class TestStore {
public:
    explicit TestStore(store::Database &database) : m_database(database) {}

    /// Replaces what the claim's attempt has recorded. LeaseLost when the claim does not hold.
    Result<void> record(const Claim &claim, const QList<TestCase> &cases, const QList<FileCoverage> &coverage,
                        std::stop_token stop);

    Result<QList<TestCase>> cases(qint64 item, int attempt, std::stop_token stop) const;

    /// Lowest coverage first.
    Result<QList<FileCoverage>> coverage(qint64 item, int attempt, std::stop_token stop) const;

private:
    store::Database &m_database;
};

} // namespace pipeline::events
