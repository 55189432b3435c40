// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/pipelineresult.h"
#include "models/testrun.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pipeline::workers {

/// What the tests of all packages of a release came to.
struct TestRun {
    contract::TestResult totals; ///< status Skipped when no test ran; a suite that could not be run counts as failed
    QList<TestCase> cases;
    QList<FileCoverage> coverage;
    QString problem; ///< why the stage failed although no test did: tool crashed, time limit; empty otherwise
};

} // namespace pipeline::workers
