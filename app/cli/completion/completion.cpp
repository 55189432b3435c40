// SPDX-License-Identifier: Apache-2.0
#include "completion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

QList<Candidate> commandWords(const QList<Synopsis> &commands, const QString &first)
{
    QList<Candidate> candidates;
    for (const Synopsis &command : commands) {
        const QString head = command.name.section(u' ', 0, 0);
        const QString tail = command.name.section(u' ', 1);
        if (!first.isEmpty() && head == first && !tail.isEmpty())
            candidates << Candidate{tail, command.summary};
        const auto isHead = [&](const Candidate &candidate) { return candidate.word == head; };
        if (first.isEmpty() && std::ranges::none_of(candidates, isHead)) {
            const QList<Candidate> seconds = commandWords(commands, head);
            QStringList words;
            for (const Candidate &second : seconds)
                words << second.word;
            candidates << Candidate{head, seconds.isEmpty() ? command.summary : words.join(", "_L1)};
        }
    }
    return candidates;
}

QStringList groups(const QList<Synopsis> &commands)
{
    QStringList heads;
    for (const Synopsis &command : commands)
        if (const QString head = command.name.section(u' ', 0, 0); command.name.contains(u' ') && !heads.contains(head))
            heads << head;
    return heads;
}

QStringList optionsWithValue(const QList<Synopsis> &commands)
{
    QStringList names;
    for (const Synopsis &command : commands)
        for (const Option &option : command.allOptions())
            if (!option.value.isEmpty())
                names << u"--"_s + option.name;
    names.removeDuplicates();
    names.sort();
    return names;
}

bool isFile(const Option &option)
{
    return option.value == "FILE"_L1;
}

bool isFile(const Argument &argument)
{
    return argument.name == "FILE"_L1 || argument.name == "PATH"_L1;
}

QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace pipeline::cli
