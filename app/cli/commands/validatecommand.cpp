// SPDX-License-Identifier: Apache-2.0
#include "validatecommand.h"

#include "report/jsonreport.h"
#include "report/textreport.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// The files to check below \a paths, each folder's in the order of their names.
Result<QStringList> filesAt(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.exists())
            return fail(ErrorCode::InvalidInput, u"There is no file or folder %1"_s.arg(path));
        if (info.isFile()) {
            if (!validation::fileKindOf(path))
                return fail(ErrorCode::InvalidInput, u"%1 is not of a kind that is validated"_s.arg(path), {},
                            u"Kinds are known by their suffix: .bpmn .dmn .form .html"_s);
            files << path;
            continue;
        }
        QStringList found;
        QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            const QString file = entries.next();
            if (validation::fileKindOf(file) && !file.contains("/node_modules/"_L1))
                found << file;
        }
        found.sort();
        files += found;
    }
    return files;
}

/// What would go to the engine together: a product's folder, which keeps its kinds in folders of their own.
QString deploymentOf(const QString &path)
{
    static const QStringList kinds{u"bpmn"_s, u"dmn"_s, u"forms"_s};
    const QDir folder = QFileInfo(path).absoluteDir();
    return kinds.contains(folder.dirName()) ? QDir::cleanPath(folder.filePath(u".."_s)) : folder.path();
}

Result<validation::InputFile> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InvalidInput, u"The file %1 cannot be read"_s.arg(path), file.errorString());
    return validation::InputFile{path, *validation::fileKindOf(path), file.readAll(), deploymentOf(path)};
}

} // namespace

Synopsis ValidateCommand::synopsis() const
{
    return {.name = u"validate"_s,
            .summary = u"Check files or folders without a backlog"_s,
            .text = u"Says for each .bpmn, .dmn, .form and .html file what Camunda 7 would reject in a deployment, and "
                    "what would go wrong later, with line and column. Files of one folder, or of the bpmn, dmn and "
                    "forms folders of one product, are looked at together."_s,
            .arguments = {{u"PATH"_s, u"Files, or folders with all that is below them."_s, Argument::Number::Several}},
            .options = {{.name = u"history-time-to-live"_s,
                         .description =
                             u"Whether the engine demands it; default: as the environment says, else required."_s,
                         .value = u"HOW"_s,
                         .choices = {u"required"_s, u"optional"_s}},
                        {.name = u"ruleset"_s,
                         .description = u"Which rules apply; default: as the configuration says, else recommended."_s,
                         .value = u"NAME"_s,
                         .choices = {u"engine"_s, u"recommended"_s, u"strict"_s}}},
            .exitCodes = {{0, u"No error; there may be warnings."_s},
                          {1, u"At least one error."_s},
                          {2, u"The call is wrong, or a file cannot be read."_s}},
            .examples = {u"validate Genesis"_s, u"validate --format json analise_credito.bpmn"_s}};
}

int ValidateCommand::run(Call &call)
{
    const configuration::Rules &rules = call.app.configuration().rules;
    validation::Options options{.ruleset = rules.ruleset, .severities = rules.severities};
    if (const auto ruleset = validation::rulesetFrom(call.arguments.value(u"ruleset"_s)))
        options.ruleset = *ruleset;
    const QString timeToLive = call.arguments.value(u"history-time-to-live"_s);
    if (timeToLive == "optional"_L1)
        options.historyTimeToLive = HistoryTimeToLive::Optional;
    else if (const auto environment = call.app.configuration().environment(call.environmentName());
             timeToLive.isEmpty() && environment)
        options.historyTimeToLive = environment->historyTimeToLive;

    QElapsedTimer timer;
    timer.start();
    const auto paths = filesAt(call.positional());
    if (!paths)
        return call.report(paths.error());
    QList<validation::InputFile> files;
    for (const QString &path : *paths) {
        const auto file = read(path);
        if (!file)
            return call.report(file.error());
        files << *file;
    }
    const auto reports = call.app.validator().validateAll(files, options);
    const auto summary = report::summarise(reports, double(timer.elapsed()) / 1000);
    if (call.wantsJson())
        call.print(report::toJson(reports, summary));
    else
        call.streams.out << report::toText(reports, summary,
                                           call.streams.outIsTerminal ? report::Colour::On : report::Colour::Off);
    return summary.errors > 0 ? 1 : 0;
}

} // namespace pipeline::cli
