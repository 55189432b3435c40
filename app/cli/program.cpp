// SPDX-License-Identifier: Apache-2.0
#include "program.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

void declareCommon(QCommandLineParser &parser, const QStringList &formats)
{
    parser.addOptions({{u"config"_s, u"Configuration file instead of the user's own."_s, u"FILE"_s},
                       {u"backlog"_s, u"Backlog instead of the configured one, as sqlite:/path."_s, u"URL"_s},
                       {u"environment"_s, u"Environment instead of the default one."_s, u"NAME"_s},
                       {u"format"_s, u"Output format: %1."_s.arg(formats.join(", "_L1)), u"FORMAT"_s, formats.first()},
                       {u"by"_s, u"Who acts, instead of PIPELINE_USER or the login."_s, u"NAME"_s},
                       {{u"q"_s, u"quiet"_s}, u"Print results and errors only."_s},
                       {u"verbose"_s, u"Print every log line."_s},
                       {{u"h"_s, u"help"_s}, u"Show this help."_s},
                       {{u"v"_s, u"version"_s}, u"Show the version."_s}});
}

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
        name = environment.value(u"PIPELINE_USER"_s, account);
    return {name, account, QSysInfo::machineHostName(), u"command line"_s};
}

int complain(QTextStream &err, const QString &what)
{
    err << "prometheus-pipeline: " << what << "\n  next: See --help\n";
    err.flush();
    return exitCode(ErrorCode::InvalidInput);
}

} // namespace

int Program::run(const QStringList &arguments, Streams &streams, const QProcessEnvironment &environment,
                 std::stop_token stop)
{
    // Common options stand before or after the command, so the command's words are found first.
    QCommandLineParser first;
    declareCommon(first, {u"text"_s});
    first.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QStringList all = QStringList{u"prometheus-pipeline"_s} + arguments;
    const bool readable = first.parse(all);
    const QStringList words = first.positionalArguments();
    if (words.isEmpty()) {
        if (!readable)
            return complain(streams.err, first.errorText());
        if (first.isSet(u"version"_s))
            streams.out << "prometheus-pipeline " << PIPELINE_VERSION << '\n';
        else
            printOverview(first.isSet(u"help"_s) ? streams.out : streams.err);
        streams.out.flush();
        streams.err.flush();
        return first.isSet(u"help"_s) || first.isSet(u"version"_s) ? 0 : exitCode(ErrorCode::InvalidInput);
    }
    int used = 0;
    Command *command = find(words, &used);
    if (!command)
        return complain(streams.err, u"There is no command \"%1\""_s.arg(words.mid(0, 2).join(u' ')));

    QStringList rest = all;
    rest.remove(all.size() - words.size(), used);
    QCommandLineParser parser;
    parser.setApplicationDescription(command->summary() + (command->help().isEmpty() ? QString() : u"\n\n"_s + command->help()));
    declareCommon(parser, command->formats());
    command->declare(parser);
    if (!parser.parse(rest))
        return complain(streams.err, parser.errorText());
    if (parser.isSet(u"help"_s)) {
        streams.out << parser.helpText().replace("Usage: prometheus-pipeline"_L1, u"Usage: prometheus-pipeline "_s + command->name());
        streams.out.flush();
        return 0;
    }
    if (!command->formats().contains(parser.value(u"format"_s)))
        return complain(streams.err, u"--format must be one of %1"_s.arg(command->formats().join(", "_L1)));

    auto configuration = configuration::load(parser.value(u"config"_s), environment);
    if (!configuration) {
        app::Composition none({}, environment);
        return Call{parser, none, streams, {}, stop}.report(configuration.error());
    }
    if (parser.isSet(u"backlog"_s))
        configuration->backlogUrl = parser.value(u"backlog"_s);
    app::Composition composition(*configuration, environment);
    Call call{parser, composition, streams, actorOf(parser, environment), stop};
    const int code = command->run(call);
    streams.out.flush();
    streams.err.flush();
    return code;
}

Command *Program::find(const QStringList &words, int *used) const
{
    for (const int length : {2, 1}) {
        for (const auto &command : m_commands) {
            if (words.size() >= length && command->name() == words.mid(0, length).join(u' ')) {
                *used = length;
                return command.get();
            }
        }
    }
    return nullptr;
}

void Program::printOverview(QTextStream &out) const
{
    out << "Usage: prometheus-pipeline COMMAND [OPTIONS]\n\n"
           "Validates, tests, deploys and verifies releases for Camunda 7.\n\nCommands:\n";
    for (const auto &command : m_commands)
        out << "  " << command->name().leftJustified(20) << command->summary() << '\n';
    out << "\n`prometheus-pipeline COMMAND --help` tells the rest.\n";
}

} // namespace pipeline::cli
