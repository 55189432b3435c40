// SPDX-License-Identifier: Apache-2.0
#include "credentialcommands.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// The secrets that the configuration can make use of.
QStringList secretNames(const configuration::Configuration &configuration)
{
    QStringList names;
    for (const Environment &environment : configuration.environments)
        names << environment.engineSecret() << environment.webhookSecret();
    for (const auto &repository : {configuration.artefacts, configuration.workers}) {
        if (repository)
            names << repository->secret();
    }
    return names << u"webhook.backlog"_s << u"github"_s;
}

/// Writes the act into the journal, which holds the name and never the value.
Result<void> recordAct(Call &call, const QString &what, const QString &name)
{
    const auto database = call.app.database();
    if (!database)
        return fail(database.error());
    const auto entry = audit::Journal(**database).record(call.actor, {.what = what, .details = {{u"credencial"_s, name}}}, call.stop);
    return entry ? Result<void>() : fail(entry.error());
}

void declareName(QCommandLineParser &parser)
{
    parser.addPositionalArgument(u"name"_s, u"camunda.ENVIRONMENT, webhook.ENVIRONMENT, webhook.backlog, git.REPOSITORY or github."_s, u"NAME"_s);
}

} // namespace

QString CredentialSetCommand::help() const
{
    return u"One line break at the end is not part of the secret. It goes to the system keychain; headless machines give\n"
           "secrets in $CREDENTIALS_DIRECTORY/NAME or PIPELINE_SECRET_<NAME> instead."_s;
}

void CredentialSetCommand::declare(QCommandLineParser &parser) const
{
    declareName(parser);
}

int CredentialSetCommand::run(Call &call)
{
    if (call.positional().size() != 1)
        return call.misused(u"credential set needs one name, and the secret on standard input"_s);
    const QString name = call.positional().first();
    QByteArray bytes = call.streams.in.readAll();
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (bytes.isEmpty())
        return call.misused(u"No secret came on standard input"_s);
    const auto written = call.app.credentials().write(name, credentials::Secret(bytes), call.stop);
    if (!written)
        return call.report(written.error());
    if (const auto recorded = recordAct(call, u"credential.set"_s, name); !recorded)
        return call.report(recorded.error());
    // A variable may still be in front of what was just stored.
    const auto source = call.app.credentials().source(name, call.stop);
    call.streams.out << name << ": stored; it is read from " << source.value_or(QString()) << '\n';
    return 0;
}

void CredentialRemoveCommand::declare(QCommandLineParser &parser) const
{
    declareName(parser);
}

int CredentialRemoveCommand::run(Call &call)
{
    if (call.positional().size() != 1)
        return call.misused(u"credential remove needs one name"_s);
    const QString name = call.positional().first();
    if (const auto removed = call.app.credentials().remove(name, call.stop); !removed)
        return call.report(removed.error());
    if (const auto recorded = recordAct(call, u"credential.removed"_s, name); !recorded)
        return call.report(recorded.error());
    call.streams.out << name << ": removed\n";
    return 0;
}

int CredentialListCommand::run(Call &call)
{
    QJsonArray rows;
    int code = 0;
    for (const QString &name : secretNames(call.app.configuration())) {
        const auto source = call.app.credentials().source(name, call.stop);
        const QString where = !source ? source.error().message : source->isEmpty() ? u"not set"_s : *source;
        if (!source)
            code = exitCode(source.error().code);
        rows << QJsonObject{{u"name"_s, name},
                            {u"source"_s, source && !source->isEmpty() ? QJsonValue(*source) : QJsonValue(QJsonValue::Null)},
                            {u"problem"_s, source ? QJsonValue(QJsonValue::Null) : QJsonValue(source.error().text())}};
        if (!call.wantsJson())
            call.streams.out << name.leftJustified(24) << where << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return code;
}

} // namespace pipeline::cli
