// SPDX-License-Identifier: Apache-2.0
#include "jest.h"

#include "tooltext.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

constexpr qsizetype longestMessage = 8000;
constexpr auto brokenSuiteName = "Test suite failed to run"_L1; // as Jest calls it

bool isForeignFrame(const QString &line)
{
    const QString frame = line.trimmed();
    return frame.startsWith("at "_L1)
        && (frame.contains("node_modules/"_L1) || frame.contains("node:"_L1) || frame.endsWith("<anonymous>)"_L1));
}

/// A failure's text without colours, without the stack frames of others' code, with paths relative to the checkout.
QString readable(const QString &message, const Package &package)
{
    QStringList lines;
    for (const QString &line : plainText(message.toUtf8()).split(u'\n'))
        if (!isForeignFrame(line))
            lines << line;
    QString text = lines.join(u'\n').remove(package.checkout + u'/').trimmed();
    if (const auto title = u"● "_s + brokenSuiteName; text.startsWith(title))
        text = text.sliced(title.size()).trimmed();
    return text.size() > longestMessage ? text.first(longestMessage) + u'…' : text;
}

/// The line in the test file at which \a message says the failure happened; 0 when it does not say.
int failureLine(const QString &message, const QString &suite)
{
    const QRegularExpression frame(u"(?:^|[/( ])"_s + QRegularExpression::escape(QFileInfo(suite).fileName())
                                   + u":(\\d+):\\d+"_s);
    if (const auto match = frame.match(message); match.hasMatch())
        return match.captured(1).toInt();
    static const QRegularExpression excerpt(u"^\\s*>\\s*(\\d+) \\|"_s, QRegularExpression::MultilineOption);
    return excerpt.match(message).captured(1).toInt();
}

TestState stateOf(const QString &status)
{
    if (status == "passed"_L1)
        return TestState::Passed;
    return status == "failed"_L1 ? TestState::Failed : TestState::Skipped;
}

TestCase caseOf(const QJsonValue &assertion, const QString &suiteFile, const Package &package)
{
    TestCase test;
    test.worker = package.name;
    test.suite = QDir(package.checkout).relativeFilePath(suiteFile);
    for (const QJsonValue title : assertion["ancestorTitles"_L1].toArray())
        test.groups << title.toString();
    test.name = assertion["title"_L1].toString();
    test.state = stateOf(assertion["status"_L1].toString());
    test.milliseconds = assertion["duration"_L1].toInteger();
    test.line = assertion["location"_L1]["line"_L1].toInt();
    QStringList messages;
    for (const QJsonValue message : assertion["failureMessages"_L1].toArray())
        messages << message.toString();
    if (!messages.isEmpty()) {
        test.message = readable(messages.join("\n\n"_L1), package);
        if (const int line = failureLine(test.message, suiteFile); line > 0)
            test.line = line;
    }
    return test;
}

/// A suite that failed although none of its tests did: it does not load, or its clean-up failed.
TestCase brokenSuite(const QString &message, const QString &suiteFile, const Package &package)
{
    TestCase test;
    test.worker = package.name;
    test.suite = QDir(package.checkout).relativeFilePath(suiteFile);
    test.name = brokenSuiteName;
    test.state = TestState::Failed;
    test.message = readable(message, package);
    test.line = failureLine(test.message, suiteFile);
    return test;
}

} // namespace

std::optional<JestResult> parseJestResult(const QByteArray &json, const Package &package)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object["testResults"_L1].isArray())
        return std::nullopt;
    JestResult result;
    result.success = object["success"_L1].toBool();
    for (const QJsonValue suite : object["testResults"_L1].toArray()) {
        const QString file = suite["name"_L1].toString();
        bool hasFailure = false;
        for (const QJsonValue assertion : suite["assertionResults"_L1].toArray()) {
            result.cases << caseOf(assertion, file, package);
            hasFailure |= result.cases.last().state == TestState::Failed;
        }
        if (!hasFailure && suite["status"_L1].toString() == "failed"_L1)
            result.cases << brokenSuite(suite["message"_L1].toString(), file, package);
    }
    return result;
}

std::optional<TestCase> parseJestProgress(const QByteArray &line, const Package &package)
{
    if (!line.startsWith('\x1e'))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line.sliced(1)).object();
    if (object.isEmpty())
        return std::nullopt;
    const QString file = object["name"_L1].toString();
    if (object.contains("message"_L1))
        return brokenSuite(object["message"_L1].toString(), file, package);
    return caseOf(object["assertion"_L1], file, package);
}

QList<FileCoverage> parseCoverage(const QByteArray &json, const QString &checkout)
{
    QList<FileCoverage> files;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        if (it.key() != "total"_L1) {
            const QJsonValue lines = it.value()["lines"_L1];
            files << FileCoverage{QDir(checkout).relativeFilePath(it.key()), lines["total"_L1].toInt(),
                                  lines["covered"_L1].toInt()};
        }
    return files;
}

bool choosesCoveredFiles(const QByteArray &shownConfiguration)
{
    // A configuration may write to standard output before.
    const QJsonObject object = QJsonDocument::fromJson(
                                   shownConfiguration.sliced(qMax(0, shownConfiguration.indexOf("{\n  \"configs\""))))
                                   .object();
    if (!object["globalConfig"_L1]["collectCoverageFrom"_L1].toArray().isEmpty())
        return true;
    for (const QJsonValue configuration : object["configs"_L1].toArray())
        if (!configuration["collectCoverageFrom"_L1].toArray().isEmpty())
            return true;
    return false;
}

} // namespace pipeline::workers
