// SPDX-License-Identifier: Apache-2.0
#include "validatecommand.h"

#include "../validatefix.h"
#include "../validateselection.h"
#include "../validatewatch.h"
#include "../validationprinter.h"

#include "validation/batch.h"

#include <QElapsedTimer>

#include <climits>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// Why the options of a call do not go together; empty when they do.
QString contradiction(const Call &call)
{
    const auto has = [&](const char *option) { return call.arguments.isSet(QLatin1StringView(option)); };
    const bool input = call.positional().contains("-"_L1);
    const QString format = call.arguments.value(u"format"_s);
    if (has("stdin-name") && !input)
        return u"--stdin-name names standard input, which is not read without -"_s;
    if (has("watch") && (input || has("revision") || has("fix")))
        return u"--watch does not go together with -, --revision and --fix"_s;
    if (has("watch") && format != "text"_L1 && format != "json"_L1)
        return u"--watch prints text or json"_s;
    if (has("dry-run") && !has("fix"))
        return u"--dry-run belongs to --fix"_s;
    if (has("dry-run") && format != "text"_L1)
        return u"--dry-run prints a diff, whatever the --format"_s;
    if (has("time-to-live") && !has("fix"))
        return u"--time-to-live belongs to --fix"_s;
    if (has("fix") && (input || has("revision")) && !has("dry-run"))
        return u"--fix writes files; with - and --revision it needs --dry-run"_s;
    return {};
}

Result<validation::Options> optionsOf(const Call &call)
{
    const configuration::Rules &rules = call.app.configuration().rules;
    validation::Options options{.ruleset = rules.ruleset, .severities = rules.severities};
    options.timeToLive = call.arguments.value(u"time-to-live"_s);
    if (const auto ruleset = validation::rulesetFrom(call.arguments.value(u"ruleset"_s)))
        options.ruleset = *ruleset;
    if (call.arguments.value(u"engine"_s) == "operaton"_L1)
        options.engine = validation::Engine::Operaton;
    const auto environment = call.app.configuration().environment(call.environmentName());
    if (!environment && call.arguments.isSet(u"environment"_s))
        return fail(environment.error());
    const QString timeToLive = call.arguments.value(u"history-time-to-live"_s);
    if (timeToLive == "optional"_L1)
        options.historyTimeToLive = HistoryTimeToLive::Optional;
    else if (timeToLive.isEmpty() && environment)
        options.historyTimeToLive = environment->historyTimeToLive;
    return options;
}

int validateFiles(const Call &call, const Selection &selection, const validation::Options &options)
{
    QElapsedTimer timer;
    timer.start();
    validation::Reports reports;
    validation::Batch batch(call.app.validator(), options,
                            [&](validation::FileReport report) { reports.add(std::move(report)); });
    const auto unread = forEachFile(call, selection, [&](validation::InputFile file) { batch.add(std::move(file)); });
    batch.finish();
    if (!unread)
        return call.report(unread.error());
    reports.finish(call.app.validator(), options);
    const auto summary = report::summarise(reports, double(timer.elapsed()) / 1000);
    if (const auto printed = printReports(call, reports, summary); !printed)
        return call.report(printed.error());
    return *unread > 0 ? exitCode(ErrorCode::InvalidInput) : summary.errors > 0 ? 1 : 0;
}

} // namespace

Synopsis ValidateCommand::synopsis() const
{
    return {
        .name = u"validate"_s,
        .summary = u"Check files, folders or a commit without a backlog"_s,
        .text = u"Says for each .bpmn, .dmn, .form and .html file what Camunda 7 would reject in a deployment, and "
                "what would go wrong later, with line and column. Files of one folder, or of the bpmn, dmn and "
                "forms folders of one product, are looked at together. `rule list` names the rules.\n\n"
                "A PATH may be a pattern: *, ?, [a-z] and {a,b} within a part of the path, ** for any folders between. "
                "Quote it when the shell is not to replace it. Hidden folders and node_modules are left out.\n\n"
                "--fix repairs what has one obvious repair, and leaves every other byte of the file as it was: "
                "capitals of attributes and of true and false, blanks around numbers and before the XML declaration, "
                "a bare &, a DOCTYPE, a prefix without its declaration, a missing id that nothing refers to. How long "
                "history is kept is for people to say: give it with --time-to-live."_s,
        .arguments = {{u"PATH"_s, u"Files, folders with all that is below them, patterns, or - for standard input."_s,
                       Argument::Number::Several}},
        .options = {{.name = u"history-time-to-live"_s,
                     .description =
                         u"Whether the engine demands it; default: as the environment says, else required."_s,
                     .value = u"HOW"_s,
                     .choices = {u"required"_s, u"optional"_s}},
                    {.name = u"engine"_s,
                     .description = u"Which engine is meant: Operaton reads its own extensions and Camunda's, Camunda "
                                    "its own and Activiti's."_s,
                     .value = u"NAME"_s,
                     .fallback = u"camunda"_s,
                     .choices = {u"camunda"_s, u"operaton"_s}},
                    {.name = u"ruleset"_s,
                     .description = u"Which rules apply; default: as the configuration says, else recommended."_s,
                     .value = u"NAME"_s,
                     .choices = {u"engine"_s, u"recommended"_s, u"strict"_s}},
                    {.name = u"revision"_s,
                     .description = u"Read the paths from that commit of the repository around the current folder: a "
                                    "SHA, a branch or a tag."_s,
                     .value = u"COMMIT"_s},
                    {.name = u"stdin-name"_s,
                     .description = u"The name of what comes on standard input; its suffix says the kind."_s,
                     .value = u"FILE"_s},
                    {.name = u"watch"_s, .description = u"Check again whenever a file is saved, until SIGINT."_s},
                    {.name = u"fix"_s, .description = u"Repair files, and tell what is left."_s},
                    {.name = u"dry-run"_s, .description = u"With --fix: print a unified diff and write nothing."_s},
                    {.name = u"time-to-live"_s,
                     .description = u"With --fix: give it to processes and decisions that have none."_s,
                     .value = u"DAYS"_s,
                     .range = {{0, INT_MAX}}}},
        .exitCodes = {{0, u"No error; there may be warnings."_s},
                      {1, u"At least one error."_s},
                      {2, u"The call is wrong, or a file cannot be read; the others are checked still."_s},
                      {3, u"A file cannot be written, or git is missing."_s},
                      {130, u"Interrupted."_s}},
        .examples = {u"validate Genesis"_s, u"validate --format json analise_credito.bpmn"_s,
                     u"validate 'Genesis/**/*.dmn' --revision v2.3"_s,
                     u"validate --fix --dry-run --time-to-live 180 ."_s,
                     u"validate - --stdin-name analise_credito.bpmn < draft.xml"_s},
        .formats = validationFormats()};
}

int ValidateCommand::run(Call &call)
{
    if (const QString problem = contradiction(call); !problem.isEmpty())
        return call.misused(problem);
    const auto options = optionsOf(call);
    if (!options)
        return call.report(options.error());
    auto selection = select(call);
    if (!selection)
        return call.report(selection.error());
    if (call.arguments.isSet(u"watch"_s))
        return watchFiles(call, std::move(*selection), *options);
    if (call.arguments.isSet(u"fix"_s))
        return fixFiles(call, *selection, *options);
    return validateFiles(call, *selection, *options);
}

} // namespace pipeline::cli
