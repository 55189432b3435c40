// SPDX-License-Identifier: Apache-2.0
#include "lint.h"

#include "tooltext.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

bool isScript(const QFileInfo &file)
{
    static const QStringList suffixes{u"js"_s, u"cjs"_s, u"mjs"_s};
    return file.isFile() && !file.isSymLink() && suffixes.contains(file.suffix());
}

/// The JavaScript files of the package's artefacts, absolute; what is installed there is not ours.
QStringList scriptsOf(const Package &package)
{
    QStringList scripts;
    for (const QString &artefact : package.artefacts) {
        const QFileInfo info(QDir::cleanPath(package.folder + u'/' + artefact));
        if (isScript(info))
            scripts << info.filePath();
        if (!info.isDir())
            continue;
        QDirIterator entries(info.filePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entries.hasNext())
            if (const QString path = entries.next();
                isScript(entries.fileInfo()) && !path.contains("/node_modules/"_L1))
                scripts << path;
    }
    scripts.removeDuplicates();
    scripts.sort();
    return scripts;
}

} // namespace

Result<QList<Finding>> checkSyntax(const NodeRunner &runner, const Package &package,
                                   std::chrono::milliseconds timeLimit)
{
    const auto privateFolder = runner.makePrivateFolder();
    if (!privateFolder)
        return fail(privateFolder.error());
    QList<Finding> findings;
    for (const QString &script : scriptsOf(package)) {
        const QString path = QDir(package.checkout).relativeFilePath(script);
        const Tool check{.name = u"node --check "_s + path,
                         .arguments = {u"--check"_s, script},
                         .folder = package.folder,
                         .privateFolder = privateFolder->path(),
                         .view = runner.sandbox().canMount() ? process::View{.readOnly = {package.checkout}}
                                                             : process::View{.writable = {package.folder}},
                         .timeLimit = timeLimit};
        const auto outcome = runner.run(check);
        if (!outcome)
            return fail(outcome.error());
        if (outcome->exitCode != 0)
            findings << parseSyntaxError(plainText(outcome->errors), path);
    }
    return findings;
}

Finding parseSyntaxError(const QString &written, const QString &path)
{
    // "/path/file.js:3", the line's text, carets under it, a blank line, "SyntaxError: Unexpected token ';'"
    static const QRegularExpression place(u"^\\S.*:(\\d+)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression carets(u"^( *)\\^+$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression cause(u"^\\w*Error(?: \\[\\w+\\])?: (.*)$"_s, QRegularExpression::MultilineOption);
    Finding finding;
    finding.rule = u"node-syntax"_s;
    finding.path = path;
    finding.line = place.match(written).captured(1).toInt();
    if (const auto match = carets.match(written); match.hasMatch())
        finding.column = int(match.capturedLength(1)) + 1;
    const auto match = cause.match(written);
    finding.message = match.hasMatch() ? match.captured(1) : lastLines(written, 1);
    return finding;
}

} // namespace pipeline::workers
