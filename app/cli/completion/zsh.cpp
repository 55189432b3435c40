// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

const QString zshScript = uR"(#compdef prometheus-pipeline
# zsh completion; made by `prometheus-pipeline completion zsh`.
_prometheus_pipeline() {
    local valued=' %VALUED% ' given='' number=0 i
    local -a candidates
    for ((i = 2; i < CURRENT; i++)); do
        case $words[i] in
        --*=*) ;;
        -*) [[ $valued != *" $words[i] "* ]] || ((i++)) ;;
        *)
            ((number++ < 2)) && given="$given $words[i]"
            ;;
        esac
    done
    if [[ $words[CURRENT] != -* && $valued != *" $words[CURRENT-1] "* ]]; then
        case $given in
%WORDS%        esac
    fi
    case $given in
%COMMANDS%    *) _arguments -S %COMMON% ;;
    esac
}
if [[ $funcstack[1] == _prometheus_pipeline ]]; then
    _prometheus_pipeline "$@"
else
    compdef _prometheus_pipeline prometheus-pipeline
fi
)"_s;

/// \a text where _arguments and _describe give colons and brackets a meaning.
QString literal(QString text)
{
    return text.replace(u'[', u'(').replace(u']', u')').replace(u':', "\\:"_L1);
}

QString action(bool file, const QStringList &choices)
{
    return file ? u"_files"_s : choices.isEmpty() ? u" "_s : u'(' + choices.join(u' ') + u')';
}

QString specOf(const Option &option)
{
    QString spec = u"--%1%2[%3]"_s.arg(option.name, option.value.isEmpty() ? QString() : u"="_s,
                                       literal(option.description));
    if (!option.value.isEmpty())
        spec += u":%1:%2"_s.arg(option.value, action(isFile(option), option.choices));
    return singleQuoted(spec);
}

QStringList specsOf(const QList<Option> &options)
{
    QStringList specs;
    for (const Option &option : options)
        specs << specOf(option);
    return specs;
}

QString commandCase(const Synopsis &command)
{
    QStringList specs = specsOf(command.allOptions());
    qsizetype place = 1;
    for (; place <= command.name.count(u' ') + 1; ++place)
        specs << u"'%1: : '"_s.arg(place);
    for (const Argument &argument : command.arguments) {
        const QString number = argument.number == Argument::Number::Several ? u"*"_s : QString::number(place++);
        specs << singleQuoted(u"%1:%2:%3"_s.arg(number, argument.name, action(isFile(argument), argument.choices)));
    }
    const QString pattern = command.name.contains(u' ') ? u"' %1'"_s.arg(command.name) : u"' %1'*"_s.arg(command.name);
    return u"    %1) _arguments -S %2 ;;\n"_s.arg(pattern, specs.join(u' '));
}

QString wordCase(const QString &given, const QList<Candidate> &candidates)
{
    QStringList entries;
    for (const Candidate &candidate : candidates)
        entries << singleQuoted(candidate.word + u':' + literal(candidate.description));
    return u"        %1) candidates=(%2); _describe command candidates; return ;;\n"_s.arg(singleQuoted(given),
                                                                                           entries.join(u' '));
}

} // namespace

QString zshCompletion(const QList<Synopsis> &commands)
{
    QString wordCases = wordCase({}, commandWords(commands));
    for (const QString &group : groups(commands))
        wordCases += wordCase(u' ' + group, commandWords(commands, group));
    QString commandCases;
    for (const Synopsis &command : commands)
        commandCases += commandCase(command);
    QString text = zshScript;
    return text.replace("%VALUED%"_L1, optionsWithValue(commands).join(u' '))
        .replace("%WORDS%"_L1, wordCases)
        .replace("%COMMANDS%"_L1, commandCases)
        .replace("%COMMON%"_L1, specsOf(commonOptions({u"text"_s, u"json"_s})).join(u' '));
}

} // namespace pipeline::cli
