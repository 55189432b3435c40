// SPDX-License-Identifier: Apache-2.0
#include "environmentcommands.h"

#include "../checkprinter.h"
#include "../environmentoptions.h"

#include "administration/administration.h"
#include "diagnosis/environmenttest.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

QList<Argument> environmentArgument(Argument::Number number = Argument::Number::One)
{
    return {{u"NAME"_s, u"The environment: letters without accents, digits, _ and -."_s, number}};
}

QJsonObject rowOf(const Environment &environment, const QString &defaultName)
{
    QJsonObject row = configuration::toJson(environment);
    row.insert("name"_L1, environment.name);
    row.insert("default"_L1, environment.name == defaultName);
    return row;
}

/// What the file itself has of that name, without what variables fill in.
std::optional<Environment> inFile(const Call &call, const QString &name)
{
    const auto written = configuration::load(call.configurationFile(), QProcessEnvironment());
    const bool isThere = written || written.error().code != ErrorCode::NotFound;
    const auto environments = written ? written->environments
        : isThere                     ? call.app.configuration().environments
                                      : QList<Environment>();
    const auto found = std::ranges::find(environments, name, &Environment::name);
    return found == environments.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

Synopsis EnvironmentAddCommand::synopsis() const
{
    QList<Option> options = environmentOptions();
    options << Option{.name = u"change"_s,
                      .description = u"Change these keys of an environment that is there already."_s};
    return {.name = u"environment add"_s,
            .summary = u"Write an environment into the configuration file"_s,
            .text = u"The file is made when it is missing; all else in it, comments too, stays as it is. An empty "
                    "text or address takes a key away. Passwords and tokens are no options: `credential set` stores "
                    "them.\n\nWho added or changed what is written to the journal."_s,
            .arguments = environmentArgument(),
            .options = options,
            .exitCodes = {{0, u"It is written."_s},
                          {1, u"There is one of that name already, and --change was not given."_s},
                          {2, u"The call is wrong, or the file would not load with it."_s},
                          {3, u"The file cannot be written, or the backlog database is out of reach."_s}},
            .examples = {u"environment add homologacao --engine http://localhost:8080 --user demo"_s,
                         u"environment add producao --change --policy approved --minimum-coverage 80"_s}};
}

int EnvironmentAddCommand::run(Call &call)
{
    const QString name = call.positional().first();
    QMap<QString, QStringList> values;
    for (const Option &option : environmentOptions())
        if (call.arguments.isSet(option.name))
            values.insert(keyOf(option), call.arguments.values(option.name));

    std::optional<Environment> environment = inFile(call, name);
    const bool change = call.arguments.isSet(u"change"_s);
    if (environment && !change)
        return call.report({ErrorCode::Conflict,
                            u"There is an environment %1 already"_s.arg(name),
                            {},
                            u"To change some of its keys, add --change"_s});
    if (!environment && change)
        return call.report({ErrorCode::NotFound,
                            u"%1 has no environment %2"_s.arg(call.configurationFile(), name),
                            {},
                            u"See environment list"_s});
    if (!environment) {
        environment.emplace();
        environment->name = name;
    }
    const auto changed = configuration::withValues(*environment, values);
    if (!changed)
        return call.misused(changed.error().message);
    // First, so that nothing is changed that cannot be recorded.
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const auto saved = administration::Administration(**database, call.actor)
                           .saveEnvironment(call.configurationFile(), *changed, change ? environment : std::nullopt,
                                            call.stop);
    if (!saved)
        return call.report(saved.error());

    if (call.wantsJson())
        call.print(rowOf(*changed, call.app.configuration().defaultEnvironment));
    else
        call.streams.out << name << ": " << (change ? "changed" : "added") << " in " << call.configurationFile()
                         << '\n';
    const auto after = configuration::load(call.configurationFile(), call.app.environment());
    if (after && after->defaultEnvironment.isEmpty())
        call.note(u"There are several environments now and no default one: set default_environment in %1"_s.arg(
            call.configurationFile()));
    if (!change && changed->authentication != Authentication::None)
        call.note(u"Store its %1 with: prometheus-pipeline credential set %2"_s.arg(
            changed->authentication == Authentication::Basic ? u"password"_s : u"token"_s, changed->engineSecret()));
    return 0;
}

Synopsis EnvironmentListCommand::synopsis() const
{
    return {
        .name = u"environment list"_s,
        .summary = u"List the configured environments"_s,
        .text = u"A line has name, policy, engine and user; * marks the default environment. With --format json each "
                "row has every key, with its default where the file is silent."_s,
        .exitCodes = {{0, u"Done, also when there is none."_s}, wrongCall()},
        .examples = {u"environment list --format json"_s}};
}

int EnvironmentListCommand::run(Call &call)
{
    const configuration::Configuration &configuration = call.app.configuration();
    QJsonArray rows;
    for (const Environment &environment : configuration.environments) {
        rows << rowOf(environment, configuration.defaultEnvironment);
        const QString policy = rows.last()["policy"_L1].toString();
        const QString mark = environment.name == configuration.defaultEnvironment ? u"* "_s : u"  "_s;
        if (!call.wantsJson())
            call.streams.out << mark << environment.name.leftJustified(16) << policy.leftJustified(10)
                             << environment.engine.toString()
                             << (environment.user.isEmpty() ? QString() : u" as "_s + environment.user)
                             << (environment.production ? u", production"_s : QString()) << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    if (configuration.environments.isEmpty())
        call.note(u"None is configured; see prometheus-pipeline environment add --help"_s);
    return 0;
}

Synopsis EnvironmentTestCommand::synopsis() const
{
    return {.name = u"environment test"_s,
            .summary = u"Try whether an environment can be deployed to"_s,
            .text = u"Checks one after the other where its secret comes from, the engine's address, TLS, whether an "
                    "engine answers, its credentials, its version, and the secret of the webhook. Nothing is changed, "
                    "and a password is tried once only, for an engine refuses even the right one for a while after a "
                    "wrong one."_s,
            .arguments = {{u"NAME"_s, u"The environment; none: --environment or the default one."_s,
                           Argument::Number::AtMostOne}},
            .exitCodes = {{0, u"All is well."_s},
                          {1, u"Credentials, certificate or permission are refused or missing."_s},
                          {2, u"There is no such environment, or no engine at its address."_s},
                          {3, u"The engine or the keychain is out of reach."_s}},
            .examples = {u"environment test producao"_s, u"environment test --format json"_s}};
}

int EnvironmentTestCommand::run(Call &call)
{
    const auto environment = call.app.configuration().environment(call.positional().value(0, call.environmentName()));
    if (!environment)
        return call.report(environment.error());
    CheckPrinter printer(call);
    printer.add(diagnosis::testEnvironment(*environment, call.app.credentials(), call.app.http(), call.stop));
    return printer.finish({{u"ambiente"_s, environment->name}});
}

Synopsis EnvironmentRemoveCommand::synopsis() const
{
    return {.name = u"environment remove"_s,
            .summary = u"Take an environment out of the configuration file"_s,
            .text = u"All else in the file stays as it is. Its secrets stay where they are; `credential remove` takes "
                    "them away. Who removed it is written to the journal."_s,
            .arguments = environmentArgument(),
            .exitCodes = {{0, u"It is removed."_s},
                          {2, u"The file does not have it, or another key still names it."_s},
                          {3, u"The file cannot be written, or the backlog database is out of reach."_s}},
            .examples = {u"environment remove homologacao"_s}};
}

int EnvironmentRemoveCommand::run(Call &call)
{
    const QString name = call.positional().first();
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const auto removed = administration::Administration(**database, call.actor)
                             .removeEnvironment(call.configurationFile(), name, call.stop);
    if (!removed)
        return call.report(removed.error());
    if (call.wantsJson())
        call.print({{u"name"_s, name}, {u"removed"_s, true}});
    else
        call.streams.out << name << ": removed from " << call.configurationFile() << '\n';
    call.note(u"Its secrets stay; take them away with: prometheus-pipeline credential remove camunda.%1"_s.arg(name));
    return 0;
}

} // namespace pipeline::cli
