// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include "help.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

QString login()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(getuid());
}

Actor actorOf(const QCommandLineParser &parser, const QProcessEnvironment &environment)
{
    const QString account = login();
    QString name = parser.value(u"by"_s);
    if (name.isEmpty())
        name = environment.value(u"PIPELINE_USER"_s);
    return {name.isEmpty() ? account : name, account, QSysInfo::machineHostName(), u"command line"_s};
}

int complain(QTextStream &err, const QString &what, const QString &command = {})
{
    err << "prometheus-pipeline: " << what << "\n  next: See prometheus-pipeline "
        << (command.isEmpty() ? QString() : command + u' ') << "--help\n";
    err.flush();
    return exitCode(ErrorCode::InvalidInput);
}

int show(QTextStream &out, const QString &text)
{
    out << text;
    out.flush();
    return 0;
}

QString versionLine()
{
    return u"prometheus-pipeline %1\n"_s.arg(QStringLiteral(PIPELINE_VERSION));
}

} // namespace

int Program::run(const QStringList &arguments, Streams &streams, const QProcessEnvironment &environment,
                 std::stop_token stop)
{
    // Common options stand before or after the command, so the command's words are found first.
    QCommandLineParser first;
    declare(first, commonOptions({u"text"_s}));
    first.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QStringList all = QStringList{u"prometheus-pipeline"_s} + arguments;
    if (!first.parse(all))
        return complain(streams.err, first.errorText());
    const QStringList words = first.positionalArguments();
    if (words.isEmpty()) {
        if (first.isSet(u"version"_s))
            return show(streams.out, versionLine());
        if (first.isSet(u"help"_s))
            return show(streams.out, overview(synopses()));
        show(streams.err, overview(synopses()));
        return exitCode(ErrorCode::InvalidInput);
    }
    int used = 0;
    Command *command = find(words, &used);
    if (command) {
        QStringList rest = all;
        rest.remove(all.size() - words.size(), used);
        return runCommand(*command, rest, streams, environment, stop);
    }
    const QList<Synopsis> group = synopses(words.first());
    if (group.isEmpty())
        return complain(streams.err, u"There is no command \"%1\""_s.arg(words.first()));
    if (first.isSet(u"help"_s) || words.contains("--help"_L1) || words.contains("-h"_L1))
        return show(streams.out, overview(group));
    QStringList second;
    for (const Synopsis &synopsis : group)
        second << synopsis.name.section(u' ', 1);
    return complain(streams.err, u"%1 needs one of: %2"_s.arg(words.first(), second.join(", "_L1)), words.first());
}

int Program::runCommand(Command &command, const QStringList &arguments, Streams &streams,
                        const QProcessEnvironment &environment, std::stop_token stop)
{
    const Synopsis synopsis = command.synopsis();
    QCommandLineParser parser;
    declare(parser, synopsis.allOptions());
    if (!parser.parse(arguments))
        return complain(streams.err, parser.errorText(), synopsis.name);
    if (parser.isSet(u"help"_s))
        return show(streams.out, helpText(synopsis));
    if (parser.isSet(u"version"_s))
        return show(streams.out, versionLine());
    if (const auto valid = checkCall(synopsis, parser); !valid)
        return complain(streams.err, valid.error().message, synopsis.name);

    auto configuration = configuration::load(parser.value(u"config"_s), environment);
    std::optional<Error> problem;
    if (!configuration)
        problem = configuration.error();
    if (problem && command.worksDespite(*problem))
        configuration = configuration::loadWithoutFile(environment).value_or(configuration::Configuration());
    if (configuration && parser.isSet(u"backlog"_s))
        configuration->backlogUrl = parser.value(u"backlog"_s);
    if (configuration && !problem && parser.isSet(u"environment"_s)) {
        const auto chosen = configuration->environment(parser.value(u"environment"_s));
        if (chosen)
            configuration->defaultEnvironment = chosen->name;
        else
            configuration = fail(chosen.error());
    }
    app::Composition composition(configuration.value_or(configuration::Configuration()), environment);
    Call call{parser, composition, streams, actorOf(parser, environment), stop, synopsis.name, problem};
    const int code = configuration ? command.run(call) : call.report(configuration.error());
    streams.out.flush();
    streams.err.flush();
    return code;
}

Command *Program::find(const QStringList &words, int *used) const
{
    for (const int length : {2, 1}) {
        for (const auto &command : m_commands) {
            if (words.size() >= length && command->synopsis().name == words.mid(0, length).join(u' ')) {
                *used = length;
                return command.get();
            }
        }
    }
    return nullptr;
}

QList<Synopsis> Program::synopses(const QString &word) const
{
    QList<Synopsis> list;
    for (const auto &command : m_commands) {
        Synopsis synopsis = command->synopsis();
        if (word.isEmpty() || synopsis.name.section(u' ', 0, 0) == word)
            list << std::move(synopsis);
    }
    return list;
}

} // namespace pipeline::cli
