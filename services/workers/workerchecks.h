// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkout.h"
#include "testrun.h"

#include "models/finding.h"
#include "models/result.h"
#include "process/sandbox.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace pipeline::workers {

/// How long a tool may take for one package.
struct Limits {
    std::chrono::milliseconds install = std::chrono::minutes(10);
    std::chrono::milliseconds lint = std::chrono::minutes(5);
    std::chrono::milliseconds test = std::chrono::minutes(10);
};

/// The installed modules of one package.
struct PackageModules {
    QString package; ///< its folder relative to the checkout; "." for the checkout itself
    QString folder; ///< a node_modules folder, to be copied and left as it is
};

/// Runs the workers' own tools on a checkout: npm, ESLint, Jest. All of them are strangers' code and run confined.
///
/// Safe to use from several threads and by several processes on one cache folder. `log` and `ended` are called on the
/// calling thread.
class WorkerChecks {
public:
    /// Called when a suite has ended, for each of its tests.
    using TestEnded = std::function<void(const TestCase &test)>;

    /// \a cacheFolder is absolute; confinementProblem() is for the caller to log.
    WorkerChecks(process::Sandbox sandbox, QString cacheFolder, Limits limits = {});

    /// What their code could reach here although it should not; empty when it is well confined.
    QString confinementProblem() const { return m_sandbox.warning(); }

    /// Installs each package of \a checkout by `npm ci`, from a cache where its lock file decides alone. lint() and
    /// test() begin with it, which then takes milliseconds.
    ///
    /// A package without dependencies needs no lock file. Errors: ToolMissing, Unreachable (registry), Refused (no lock
    /// file, install failed), NotFound (no such artefact), TimedOut, Storage, Cancelled.
    Result<void> install(const Checkout &checkout, const LogLine &log, std::stop_token stop) const;

    /// Installs as install() does, for what is to run elsewhere: the modules of each package that has some.
    Result<QList<PackageModules>> modules(const Checkout &checkout, const LogLine &log, std::stop_token stop) const;

    /// ESLint by the worker's own configuration, `node --check` for those without one. Paths are relative to the
    /// checkout. Errors: those of install(), and Refused when ESLint itself failed or a check did not end.
    Result<QList<Finding>> lint(const Checkout &checkout, const LogLine &log, std::stop_token stop) const;

    /// All tests of each package by Jest, with coverage. Failed tests are a result, and so is a tool that crashed or
    /// did not end (TestRun::problem). Errors: those of install().
    Result<TestRun> test(const Checkout &checkout, const LogLine &log, std::stop_token stop,
                         const TestEnded &ended = {}) const;

private:
    const process::Sandbox m_sandbox;
    const QString m_cacheFolder;
    const Limits m_limits;
};

} // namespace pipeline::workers
