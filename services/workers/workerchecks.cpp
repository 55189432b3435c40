// SPDX-License-Identifier: Apache-2.0
#include "workerchecks.h"

#include "installer.h"
#include "jest.h"
#include "lint.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

/// Calls \a work with each package of \a checkout, installed, and stops at the first error.
template<class Work>
Result<void> forEachPackage(const NodeRunner &runner, const QString &cacheFolder,
                            std::chrono::milliseconds installLimit, const Checkout &checkout, const Work &work)
{
    const auto packages = findPackages(checkout);
    if (!packages)
        return fail(packages.error());
    const Installer installer(runner, cacheFolder, installLimit);
    for (const Package &package : *packages) {
        if (QFileInfo(package.folder).canonicalFilePath() != package.folder)
            return fail(ErrorCode::Refused, u"%1 is not the folder any more that it was"_s.arg(package.name),
                        u"the tests of a package around it replaced it"_s, u"Look at what those tests write"_s);
        const auto modules = installer.install(package);
        if (!modules)
            return fail(modules.error());
        if (const Result<void> done = work(package, *modules); !done)
            return done;
    }
    return {};
}

contract::TestResult totalsOf(const TestRun &run)
{
    contract::TestResult totals;
    for (const TestCase &test : run.cases) {
        if (test.state == TestState::Passed)
            ++totals.passed;
        if (test.state != TestState::Failed)
            continue;
        ++totals.failed;
        totals.failures << contract::TestFailure{test.suite, (test.groups + QStringList{test.name}).join(" › "_L1),
                                                 test.message, test.line};
    }
    qint64 lines = 0;
    qint64 covered = 0;
    for (const FileCoverage &file : run.coverage) {
        lines += file.lines;
        covered += file.covered;
    }
    const bool ranTests = totals.passed + totals.failed > 0;
    if (ranTests && lines > 0)
        totals.coverage = 100.0 * double(covered) / double(lines);
    if (totals.failed > 0 || !run.problem.isEmpty())
        totals.status = contract::StageStatus::Failed;
    else if (ranTests)
        totals.status = contract::StageStatus::Success;
    return totals;
}

} // namespace

WorkerChecks::WorkerChecks(process::Sandbox sandbox, QString cacheFolder, Limits limits)
    : m_sandbox(std::move(sandbox)), m_cacheFolder(std::move(cacheFolder)), m_limits(limits)
{}

Result<void> WorkerChecks::install(const Checkout &checkout, const LogLine &log, std::stop_token stop) const
{
    const auto runner = NodeRunner::make(m_sandbox, m_cacheFolder, log, stop);
    if (!runner)
        return fail(runner.error());
    return forEachPackage(*runner, m_cacheFolder, m_limits.install, checkout,
                          [](const Package &, const Modules &) { return Result<void>(); });
}

Result<QList<PackageModules>> WorkerChecks::modules(const Checkout &checkout, const LogLine &log,
                                                    std::stop_token stop) const
{
    const auto runner = NodeRunner::make(m_sandbox, m_cacheFolder, log, stop);
    if (!runner)
        return fail(runner.error());
    QList<PackageModules> all;
    const auto installed = forEachPackage(*runner, m_cacheFolder, m_limits.install, checkout,
                                          [&](const Package &package, const Modules &modules) {
                                              if (QFileInfo(modules.folder).isDir())
                                                  all << PackageModules{package.name, modules.folder};
                                              return Result<void>();
                                          });
    if (!installed)
        return fail(installed.error());
    return all;
}

Result<QList<Finding>> WorkerChecks::lint(const Checkout &checkout, const LogLine &log, std::stop_token stop) const
{
    const auto runner = NodeRunner::make(m_sandbox, m_cacheFolder, log, stop);
    if (!runner)
        return fail(runner.error());
    QList<Finding> findings;
    const auto lintOne = [&](const Package &package, const Modules &modules) -> Result<void> {
        const bool hasEslint = !modules.tool(u"eslint"_s).isEmpty();
        if (configuresEslint(package) && !hasEslint)
            runner->log(u"eslint "_s + package.name,
                        u"configured but not among the dependencies: node --check instead"_s);
        const auto found = configuresEslint(package) && hasEslint ? runEslint(*runner, package, modules, m_limits.lint)
                                                                  : checkSyntax(*runner, package, m_limits.lint);
        if (!found && found.error().code == ErrorCode::TimedOut)
            // Not as a time limit, which is tried again: what hangs on these files hangs on them every time.
            return fail(ErrorCode::Refused, found.error().message, found.error().detail,
                        u"Look at what ESLint's configuration does there, or split large files"_s);
        if (!found)
            return fail(found.error());
        findings << *found;
        return {};
    };
    const auto done = forEachPackage(*runner, m_cacheFolder, m_limits.install, checkout, lintOne);
    if (!done)
        return fail(done.error());
    return findings;
}

Result<TestRun> WorkerChecks::test(const Checkout &checkout, const LogLine &log, std::stop_token stop,
                                   const TestEnded &ended) const
{
    const auto runner = NodeRunner::make(m_sandbox, m_cacheFolder, log, stop);
    if (!runner)
        return fail(runner.error());
    TestRun run;
    const auto testOne = [&](const Package &package, const Modules &modules) -> Result<void> {
        if (!modules.tool(u"jest"_s).isEmpty())
            return runJest(*runner, package, modules, m_limits.test, ended, run);
        runner->log(u"jest "_s + package.name, u"not among the dependencies: no tests"_s);
        return {};
    };
    const auto done = forEachPackage(*runner, m_cacheFolder, m_limits.install, checkout, testOne);
    if (!done)
        return fail(done.error());
    run.totals = totalsOf(run);
    return run;
}

} // namespace pipeline::workers
