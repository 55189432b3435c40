// SPDX-License-Identifier: Apache-2.0
#include "teststage.h"

#include "events/teststore.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::StageStatus;

Result<StageStatus> TestStage::run(Run &run)
{
    contract::TestResult &result = run.validateHalf().test;
    result = {};
    if (run.release->workers.isEmpty())
        return StageStatus::Skipped;
    const auto checkout = m_checkout.open(run);
    if (!checkout)
        return fail(checkout.error());
    int ended = 0;
    const auto tests = m_checks.test(
        *checkout, [&run](const QString &source, const QString &text) { run.info(source, text); }, run.stop,
        [&](const TestCase &test) { run.log.progress(name(), ++ended, 0, test.suite); });
    if (!tests)
        return fail(tests.error());
    events::TestStore store(m_database);
    if (const auto recorded = store.record(run.claim, tests->cases, tests->coverage, run.stop); !recorded)
        return fail(recorded.error());
    run.checkpoint("tests-recorded"_L1);

    result = tests->totals;
    if (!tests->problem.isEmpty()) {
        run.result.reason = tests->problem;
        return StageStatus::Failed;
    }
    if (result.status != StageStatus::Success)
        return result.status;
    const double minimum = run.environment.minimumCoverage;
    if (minimum > 0 && result.coverage.value_or(0) < minimum) {
        run.result.reason = result.coverage
            ? u"Coverage %1 % below %2 %"_s.arg(QString::number(*result.coverage, 'f', 1), QString::number(minimum))
            : u"Coverage is unknown; the environment %1 demands %2 %"_s.arg(run.environment.name,
                                                                            QString::number(minimum));
        return StageStatus::Failed;
    }
    return StageStatus::Success;
}

} // namespace pipeline::runner
