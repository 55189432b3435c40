// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

const QString fishScript = uR"(# fish completion; made by `prometheus-pipeline completion fish`.
function __prometheus_pipeline_given
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case '--*=*'
            case %VALUED%
                set skip yes
            case '-*'
            case '*'
                echo $word
        end
    end
end
function __prometheus_pipeline_begins_with
    set -l given (__prometheus_pipeline_given)
    test "$given[1..$argv[1]]" = "$argv[2]"
end
function __prometheus_pipeline_given_is
    set -l given (__prometheus_pipeline_given)
    test "$given" = "$argv[1]"
end
complete -c prometheus-pipeline -f
)"_s;

/// \a text between single quotes, as fish reads it.
QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

QString line(const QString &condition, const QString &rest)
{
    return u"complete -c prometheus-pipeline%1 %2\n"_s.arg(
        condition.isEmpty() ? QString() : u" -n "_s + fishQuoted(condition), rest);
}

QString optionLine(const QString &condition, const Option &option)
{
    QString rest = u"-l %1 -d %2"_s.arg(option.name, fishQuoted(option.description));
    if (!option.letter.isEmpty())
        rest += u" -s "_s + option.letter;
    if (isFile(option))
        rest += u" -rF"_s;
    else if (!option.value.isEmpty())
        rest += u" -x"_s;
    if (!option.choices.isEmpty())
        rest += u" -a "_s + fishQuoted(option.choices.join(u' '));
    return line(condition, rest);
}

QString wordLines(const QString &given, const QList<Candidate> &candidates)
{
    QString text;
    for (const Candidate &candidate : candidates)
        text += line(u"__prometheus_pipeline_given_is \"%1\""_s.arg(given),
                     u"-a %1 -d %2"_s.arg(candidate.word, fishQuoted(candidate.description)));
    return text;
}

} // namespace

QString fishCompletion(const QList<Synopsis> &commands)
{
    QString text = fishScript;
    text.replace("%VALUED%"_L1, optionsWithValue(commands).join(u' '));
    for (const Option &option : commonOptions({u"text"_s, u"json"_s}))
        text += optionLine({}, option);
    text += wordLines({}, commandWords(commands));
    for (const QString &group : groups(commands))
        text += wordLines(group, commandWords(commands, group));
    for (const Synopsis &command : commands) {
        const QString condition = u"__prometheus_pipeline_begins_with %1 \"%2\""_s.arg(
            QString::number(command.name.count(u' ') + 1), command.name);
        for (const Option &option : command.options)
            text += optionLine(condition, option);
        for (const Argument &argument : command.arguments) {
            if (isFile(argument))
                text += line(condition, u"-F"_s);
            else if (!argument.choices.isEmpty())
                text += line(condition, u"-a "_s + fishQuoted(argument.choices.join(u' ')));
        }
    }
    return text;
}

} // namespace pipeline::cli
