// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

const QString script = uR"(# bash completion; made by `prometheus-pipeline completion bash`.
_prometheus_pipeline() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local valued=' %VALUED% '
    local command words=() options='' arguments='' files='' i
    # In --option=value the = is a word of its own.
    if [[ $current == = ]]; then
        current=''
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        -*)
            if [[ $valued == *" ${COMP_WORDS[i]} "* ]]; then
                [[ ${COMP_WORDS[i + 1]-} != = ]] || i=$((i + 1))
                i=$((i + 1))
            fi
            ;;
        *) words+=("${COMP_WORDS[i]}") ;;
        esac
    done
    case ${words[0]-} in
    %GROUPS%) command="${words[*]:0:2}" ;;
    *) command=${words[0]-} ;;
    esac

    if [[ $valued == *" $previous "* ]]; then
        case "$command $previous" in
%VALUES%        esac
    else
        case $command in
%COMMANDS%        esac
        if [[ $current == -* ]]; then
            arguments=$options
            files=''
        fi
    fi
    if [[ -n $files ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        compopt -o filenames 2>/dev/null
    else
        mapfile -t COMPREPLY < <(compgen -W "$arguments" -- "$current")
    fi
}
complete -F _prometheus_pipeline prometheus-pipeline
)"_s;

QString words(const QList<Candidate> &candidates)
{
    QStringList list;
    for (const Candidate &candidate : candidates)
        list << candidate.word;
    return list.join(u' ');
}

/// Branches for the values of \a options after \a command, a pattern.
QString valueBranches(const QString &command, const QList<Option> &options)
{
    QString text;
    for (const Option &option : options) {
        const QString pattern = u"        %1\" --%2\")"_s.arg(command, option.name);
        if (isFile(option))
            text += pattern + u" files=yes ;;\n"_s;
        else if (!option.choices.isEmpty())
            text += pattern + u" arguments='%1' ;;\n"_s.arg(option.choices.join(u' '));
    }
    return text;
}

QString commandBranch(const Synopsis &command)
{
    QStringList options;
    for (const Option &option : command.allOptions())
        options << u"--"_s + option.name;
    QString text = u"        '%1') options='%2'"_s.arg(command.name, options.join(u' '));
    for (const Argument &argument : command.arguments) {
        if (isFile(argument))
            text += u" files=yes"_s;
        else if (!argument.choices.isEmpty())
            text += u" arguments='%1'"_s.arg(argument.choices.join(u' '));
    }
    return text + u" ;;\n"_s;
}

} // namespace

QString bashCompletion(const QList<Synopsis> &commands)
{
    QString values;
    QString branches;
    QStringList common;
    for (const Option &option : commonOptions({u"text"_s}))
        common << u"--"_s + option.name;
    branches += u"        '') arguments='%1' options='%2' ;;\n"_s.arg(words(commandWords(commands)), common.join(u' '));
    for (const QString &group : groups(commands))
        branches += u"        %1) arguments='%2' options='%3' ;;\n"_s.arg(group, words(commandWords(commands, group)),
                                                                          common.join(u' '));
    for (const Synopsis &command : commands) {
        values += valueBranches(singleQuoted(command.name), command.options + commonOptions(command.formats));
        branches += commandBranch(command);
    }
    values += valueBranches(u"*"_s, commonOptions({u"text"_s, u"json"_s}));
    QString text = script;
    return text.replace("%VALUED%"_L1, optionsWithValue(commands).join(u' '))
        .replace("%GROUPS%"_L1, groups(commands).join(" | "_L1))
        .replace("%VALUES%"_L1, values)
        .replace("%COMMANDS%"_L1, branches);
}

} // namespace pipeline::cli
