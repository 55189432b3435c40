// SPDX-License-Identifier: Apache-2.0
#include "lint.h"

#include "tooltext.h"
#include "untrustedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

bool hasEslintFile(const QString &folder)
{
    for (const auto &name :
         {"eslint.config.js"_L1, "eslint.config.mjs"_L1, "eslint.config.cjs"_L1, "eslint.config.ts"_L1,
          "eslint.config.mts"_L1, "eslint.config.cts"_L1, ".eslintrc"_L1, ".eslintrc.js"_L1, ".eslintrc.cjs"_L1,
          ".eslintrc.json"_L1, ".eslintrc.yml"_L1, ".eslintrc.yaml"_L1})
        if (QFileInfo::exists(folder + u'/' + name))
            return true;
    return false;
}

Finding toFinding(const QJsonValue &message, const QString &path)
{
    const QString ruleId = message["ruleId"_L1].toString();
    const bool isFatal = message["fatal"_L1].toBool();
    Finding finding;
    finding.rule = isFatal ? u"eslint/parse"_s : u"eslint/"_s + (ruleId.isEmpty() ? u"configuration"_s : ruleId);
    finding.severity = isFatal || message["severity"_L1].toInt() > 1 ? Severity::Error : Severity::Warning;
    finding.message = message["message"_L1].toString();
    finding.path = path;
    finding.line = message["line"_L1].toInt();
    finding.column = message["column"_L1].toInt();
    return finding;
}

} // namespace

bool configuresEslint(const Package &package)
{
    if (package.manifest.contains("eslintConfig"_L1))
        return true;
    for (QString folder = package.folder; folder.startsWith(package.checkout); folder = QFileInfo(folder).path())
        if (hasEslintFile(folder))
            return true;
    return false;
}

Result<QList<Finding>> runEslint(const NodeRunner &runner, const Package &package, const Modules &modules,
                                 std::chrono::milliseconds timeLimit)
{
    const auto privateFolder = runner.makePrivateFolder();
    if (!privateFolder)
        return fail(privateFolder.error());
    const QString report = privateFolder->filePath(u"eslint.json"_s);
    const Tool eslint{.name = u"eslint "_s + package.name,
                      // Into a file: a configuration may write to standard output as well.
                      .arguments = QStringList{modules.tool(u"eslint"_s), u"--format"_s, u"json"_s, u"--output-file"_s,
                                               report, u"--no-error-on-unmatched-pattern"_s, u"--"_s}
                          + package.artefacts,
                      .folder = package.folder,
                      .privateFolder = privateFolder->path(),
                      .view = runner.sandbox().canMount()
                          ? process::View{.readOnly = {package.checkout}, .mounts = modules.mounts}
                          : process::View{.writable = {package.folder}},
                      .timeLimit = timeLimit};
    const auto outcome = runner.run(eslint);
    if (!outcome)
        return fail(outcome.error());
    const auto findings = parseEslint(readUntrusted(report).value_or(QByteArray()), package.checkout);
    if (outcome->exitCode > 1 || !findings)
        return fail(ErrorCode::Refused,
                    u"ESLint failed in %1 with exit code %2"_s.arg(package.name).arg(outcome->exitCode),
                    lastLines(plainText(outcome->errors)), u"Run ESLint there and repair its configuration"_s);
    return *findings;
}

std::optional<QList<Finding>> parseEslint(const QByteArray &json, const QString &checkout)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return std::nullopt;
    QList<Finding> findings;
    for (const QJsonValue file : document.array()) {
        const QString path = QDir(checkout).relativeFilePath(file["filePath"_L1].toString());
        for (const QJsonValue message : file["messages"_L1].toArray()) {
            // That a package.json or README among the artefacts is not ESLint's is no finding.
            const bool isIgnored = message["ruleId"_L1].isNull()
                && message["message"_L1].toString().startsWith("File ignored"_L1);
            if (!isIgnored)
                findings << toFinding(message, path);
        }
    }
    return findings;
}

} // namespace pipeline::workers
