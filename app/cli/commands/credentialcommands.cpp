// SPDX-License-Identifier: Apache-2.0
#include "credentialcommands.h"

#include "administration/administration.h"

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

QList<Argument> nameArgument()
{
    return {{u"NAME"_s, u"camunda.ENVIRONMENT, webhook.ENVIRONMENT, webhook.backlog, git.REPOSITORY or github."_s}};
}

} // namespace

Synopsis CredentialSetCommand::synopsis() const
{
    return {.name = u"credential set"_s,
            .summary = u"Store a secret, read from standard input"_s,
            .text = u"It goes into the system keychain. One line break at its end is not part of it. A secret is never "
                    "an argument, for every user of a machine can read those.\n\nHeadless machines give secrets in "
                    "$CREDENTIALS_DIRECTORY/NAME (systemd) or PIPELINE_SECRET_<NAME> instead, in capitals and with _ "
                    "for dots; these come before the keychain."_s,
            .arguments = nameArgument(),
            .exitCodes = {{0, u"The secret is stored."_s},
                          wrongCall(),
                          {3, u"The keychain or the backlog database is out of reach."_s}},
            .examples = {u"credential set camunda.producao < password-file"_s}};
}

int CredentialSetCommand::run(Call &call)
{
    const QString name = call.positional().first();
    QByteArray bytes = call.streams.in.readAll();
    if (bytes.endsWith('\n'))
        bytes.chop(bytes.endsWith("\r\n") ? 2 : 1);
    if (bytes.isEmpty())
        return call.misused(u"No secret came on standard input"_s);
    // First, so that nothing is stored that cannot be recorded.
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const auto stored = administration::Administration(**database, call.actor)
                            .setCredential(call.app.credentials(), name, credentials::Secret(bytes), call.stop);
    if (!stored)
        return call.report(stored.error());
    // A variable may still be in front of what was just stored.
    const auto source = call.app.credentials().source(name, call.stop);
    if (call.wantsJson())
        call.print({{u"name"_s, name}, {u"source"_s, source.value_or(QString())}});
    else
        call.streams.out << name << ": stored; it is read from " << source.value_or(QString()) << '\n';
    return 0;
}

Synopsis CredentialRemoveCommand::synopsis() const
{
    return {.name = u"credential remove"_s,
            .summary = u"Take a secret out of the system keychain"_s,
            .arguments = nameArgument(),
            .exitCodes = {{0, u"It is removed."_s},
                          {1, u"It comes from a variable or a file, and has to be taken away there."_s},
                          {2, u"The keychain does not have it, or the call is wrong."_s},
                          {3, u"The keychain or the backlog database is out of reach."_s}},
            .examples = {u"credential remove camunda.homologacao"_s}};
}

int CredentialRemoveCommand::run(Call &call)
{
    const QString name = call.positional().first();
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const auto removed = administration::Administration(**database, call.actor)
                             .removeCredential(call.app.credentials(), name, call.stop);
    if (!removed)
        return call.report(removed.error());
    if (call.wantsJson())
        call.print({{u"name"_s, name}, {u"removed"_s, true}});
    else
        call.streams.out << name << ": removed\n";
    return 0;
}

Synopsis CredentialListCommand::synopsis() const
{
    return {.name = u"credential list"_s,
            .summary = u"Show where each secret would come from"_s,
            .text = u"Lists the secrets that the configuration can make use of: a credential file, a variable, the "
                    "system keychain, or nowhere. Their values are never shown."_s,
            .exitCodes = {{0, u"Done, also when some are not set."_s},
                          wrongCall(),
                          {3, u"The keychain is needed for one of them and cannot be used."_s}},
            .examples = {u"credential list"_s}};
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
        rows << QJsonObject{
            {u"name"_s, name},
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
