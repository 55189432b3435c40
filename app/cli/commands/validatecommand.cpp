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

QString ValidateCommand::help() const
{
    return u"Says for each file what Camunda 7 would reject and what would go wrong later.\n"
           "Exit codes: 0 no error; 1 an error; 2 wrong call or a file that cannot be read."_s;
}

void ValidateCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"path"_s, u"Files or folders."_s, u"PATH…"_s);
    parser.addOptions({{u"history-time-to-live"_s, u"Whether the engine demands it: required or optional."_s, u"HOW"_s},
                       {u"ruleset"_s, u"engine, recommended or strict."_s, u"NAME"_s, u"recommended"_s}});
}

int ValidateCommand::run(Call &call)
{
    validation::Options options;
    const auto ruleset = validation::rulesetFrom(call.arguments.value(u"ruleset"_s));
    if (!ruleset)
        return call.misused(u"--ruleset must be engine, recommended or strict"_s);
    options.ruleset = *ruleset;
    const QString timeToLive = call.arguments.value(u"history-time-to-live"_s);
    if (!timeToLive.isEmpty() && timeToLive != "required"_L1 && timeToLive != "optional"_L1)
        return call.misused(u"--history-time-to-live must be required or optional"_s);
    if (timeToLive == "optional"_L1)
        options.historyTimeToLive = HistoryTimeToLive::Optional;
    else if (const auto environment = call.app.configuration().environment(call.environmentName()); timeToLive.isEmpty() && environment)
        options.historyTimeToLive = environment->historyTimeToLive;
    if (call.positional().isEmpty())
        return call.misused(u"validate needs files or folders"_s);

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
        call.streams.out << report::toText(reports, summary, call.streams.outIsTerminal ? report::Colour::On : report::Colour::Off);
    return summary.errors > 0 ? 1 : 0;
}

} // namespace pipeline::cli
