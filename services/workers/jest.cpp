// SPDX-License-Identifier: Apache-2.0
#include "jest.h"

#include "tooltext.h"
#include "untrustedfile.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

/// Tells of each test as its suite ends, one line each, short enough never to be cut.
constexpr auto reporterScript = R"(// SPDX-License-Identifier: Apache-2.0
module.exports = class {
    onTestResult(test, result) {
        const tell = what => process.stderr.write('\n\x1e' + JSON.stringify({name: test.path, ...what}) + '\n');
        const cut = text => String(text || '').slice(0, 2000);
        const tests = result.testResults;
        for (const {ancestorTitles, title, status, duration, location, failureMessages} of tests)
            tell({assertion: {ancestorTitles: ancestorTitles.map(cut), title: cut(title), status, duration, location,
                              failureMessages: failureMessages.slice(0, 1).map(cut)}});
        if (result.failureMessage && !tests.some(test => test.status === 'failed'))
            tell({message: cut(result.failureMessage)});
    }
};
)";

// What counts as untested code when the package does not say; Jest leaves the test files out by itself.
constexpr auto coveredFiles =
    R"(["**/*.{js,cjs,mjs,jsx,ts,tsx}","!**/*.d.ts","!**/node_modules/**","!**/coverage/**",)"
    R"("!**/*.config.{js,cjs,mjs,ts}","!**/.*rc.{js,cjs}","!**/__tests__/**","!**/__mocks__/**",)"
    R"("!**/{test,tests}/**","!**/*.{test,spec}.*"])";

/// Whether the files that count have to be given. Jest's own answer, for there are a dozen places to configure it.
Result<bool> hasToChooseFiles(const NodeRunner &runner, Tool jest)
{
    jest.arguments << u"--showConfig"_s;
    jest.timeLimit = std::min<std::chrono::milliseconds>(jest.timeLimit, std::chrono::minutes(1));
    jest.onLine = [](const QByteArray &) { return true; };
    const auto outcome = runner.run(jest);
    if (!outcome)
        return fail(outcome.error());
    // A broken configuration is reported by the run itself.
    return outcome->exitCode == 0 && !choosesCoveredFiles(outcome->output);
}

/// Why the package fails although none of its tests did; empty when that is not so.
QString problemOf(const Result<process::Outcome> &outcome, const std::optional<JestResult> &result,
                  const Package &package)
{
    if (!outcome && result)
        return outcome.error().message
            + u", although all tests ended: something they opened, such as a server or a timer, is still open"_s;
    if (!outcome)
        return outcome.error().message + u'\n' + lastLines(plainText(outcome.error().detail.toUtf8()));
    const QString written = lastLines(plainText(outcome->errors));
    if (!result)
        return u"Jest in %1 ended with exit code %2 and without a result:\n%3"_s.arg(package.name)
            .arg(outcome->exitCode)
            .arg(written);
    const bool hasFailure = std::any_of(result->cases.begin(), result->cases.end(),
                                        [](const TestCase &test) { return test.state == TestState::Failed; });
    if (result->success || hasFailure)
        return {};
    return u"Jest in %1 failed although no test did:\n%2"_s.arg(package.name, written);
}

} // namespace

Result<void> runJest(const NodeRunner &runner, const Package &package, const Modules &modules,
                     std::chrono::milliseconds timeLimit, const std::function<void(const TestCase &)> &ended,
                     TestRun &run)
{
    const auto privateFolder = runner.makePrivateFolder();
    if (!privateFolder)
        return fail(privateFolder.error());
    const QString reporter = privateFolder->filePath(u"reporter.cjs"_s);
    const QString resultFile = privateFolder->filePath(u"jest.json"_s);
    const QString coverageFolder = privateFolder->filePath(u"coverage"_s);
    if (QFile script(reporter); !script.open(QIODevice::WriteOnly) || script.write(reporterScript) < 0)
        return fail(ErrorCode::Storage, u"%1 could not be written"_s.arg(reporter), script.errorString());

    Tool jest{.name = u"jest "_s + package.name,
              .arguments = {modules.tool(u"jest"_s), u"--ci"_s, u"--watchman=false"_s},
              .folder = package.folder,
              .privateFolder = privateFolder->path(),
              .view = {.writable = {package.folder}, .readOnly = {package.checkout}, .mounts = modules.mounts},
              .timeLimit = timeLimit};
    const auto chooses = hasToChooseFiles(runner, jest);
    if (!chooses && chooses.error().code != ErrorCode::TimedOut)
        return fail(chooses.error());

    jest.arguments << u"--json"_s << u"--outputFile"_s << resultFile << u"--testLocationInResults"_s
                   << u"--passWithNoTests"_s << u"--reporters=default"_s << u"--reporters="_s + reporter
                   << u"--coverage"_s << u"--coverageReporters=json-summary"_s << u"--coverageDirectory"_s
                   << coverageFolder;
    if (chooses.value_or(false))
        jest.arguments << u"--collectCoverageFrom="_s + QString::fromLatin1(coveredFiles);
    jest.onLine = [&](const QByteArray &line) {
        const auto test = parseJestProgress(line, package);
        if (test && ended)
            ended(*test);
        return test.has_value();
    };
    const auto outcome = runner.run(jest);
    if (!outcome && outcome.error().code != ErrorCode::TimedOut)
        return fail(outcome.error());

    const auto result = parseJestResult(readUntrusted(resultFile).value_or(QByteArray()), package);
    if (result) {
        run.cases << result->cases;
        run.coverage << parseCoverage(
            readUntrusted(coverageFolder + "/coverage-summary.json"_L1).value_or(QByteArray()), package.checkout);
    }
    const QString problem = problemOf(outcome, result, package).trimmed();
    run.problem += run.problem.isEmpty() || problem.isEmpty() ? problem : u'\n' + problem;
    return {};
}

} // namespace pipeline::workers
