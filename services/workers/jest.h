// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "installer.h"
#include "noderunner.h"
#include "package.h"
#include "testrun.h"

#include <functional>
#include <optional>

namespace pipeline::workers {

/// Runs all tests of a package, which has Jest, and adds what came of them to \a run. Errors: Cancelled, Storage.
Result<void> runJest(const NodeRunner &runner, const Package &package, const Modules &modules,
                     std::chrono::milliseconds timeLimit, const std::function<void(const TestCase &)> &ended,
                     TestRun &run);

/// What Jest's result file says.
struct JestResult {
    bool success = false;
    QList<TestCase> cases; ///< a suite that could not be run is a failed case
};

/// Nothing when \a json is no result of Jest.
std::optional<JestResult> parseJestResult(const QByteArray &json, const Package &package);

/// One line of the reporter that goes with the run; nothing when \a line is not its.
std::optional<TestCase> parseJestProgress(const QByteArray &line, const Package &package);

/// Lines and covered lines per file from a coverage-summary.json, with paths relative to \a checkout.
QList<FileCoverage> parseCoverage(const QByteArray &json, const QString &checkout);

/// Whether one of the configurations that `jest --showConfig` printed says which files count.
bool choosesCoveredFiles(const QByteArray &shownConfiguration);

} // namespace pipeline::workers
