// SPDX-License-Identifier: Apache-2.0
#include "help.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

constexpr qsizetype Width = 80;

/// \a text in lines of at most Width columns, the first after \a head, the others indented as far.
QString wrapped(const QString &head, const QString &text)
{
    const QString indentation(head.size(), u' ');
    QString result;
    QString line = head;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool first = line.size() == head.size();
        if (!first && line.size() + 1 + word.size() > Width) {
            result += line + u'\n';
            line = indentation;
        }
        line += (line.size() == head.size() ? QString() : u" "_s) + word;
    }
    return result + line + u'\n';
}

struct Line {
    QString term;
    QString description;
};

/// A headed list of terms and what they mean.
QString section(const QString &title, const QList<Line> &lines)
{
    if (lines.isEmpty())
        return {};
    qsizetype width = 0;
    for (const Line &line : lines)
        width = std::max(width, line.term.size());
    QString text = u'\n' + title + u":\n"_s;
    for (const Line &line : lines)
        text += wrapped(u"  "_s + line.term.leftJustified(width + 2), line.description);
    return text;
}

QString describe(const Option &option)
{
    QString text = option.description;
    if (option.range)
        text += u" %1 to %2."_s.arg(option.range->first).arg(option.range->second);
    if (!option.choices.isEmpty())
        text += u" One of: %1."_s.arg(option.choices.join(", "_L1));
    if (!option.fallback.isEmpty())
        text += u" Default: %1."_s.arg(option.fallback);
    return text;
}

QList<Line> linesOf(const QList<Option> &options)
{
    QList<Line> lines;
    for (const Option &option : options)
        lines << Line{option.spelling(), describe(option)};
    return lines;
}

} // namespace

QString helpText(const Synopsis &synopsis)
{
    QString text = u"Usage: prometheus-pipeline %1 [OPTIONS]"_s.arg(synopsis.name);
    QList<Line> arguments;
    for (const Argument &argument : synopsis.arguments) {
        text += u' ' + argument.spelling();
        arguments << Line{argument.name, argument.description};
    }
    text += u"\n\n"_s + wrapped(QString(), synopsis.summary + u'.');
    for (const QString &paragraph : synopsis.text.split(u"\n\n"_s, Qt::SkipEmptyParts))
        text += u'\n' + wrapped(QString(), paragraph);
    text += section(u"Arguments"_s, arguments);
    text += section(u"Options"_s, linesOf(synopsis.options));
    text += section(u"Common options"_s, linesOf(commonOptions(synopsis.formats)));
    QList<Line> codes;
    for (const ExitCode &code : synopsis.exitCodes)
        codes << Line{QString::number(code.code), code.meaning};
    text += section(u"Exit codes"_s, codes);
    if (!synopsis.examples.isEmpty())
        text += synopsis.examples.size() == 1 ? u"\nExample:\n"_s : u"\nExamples:\n"_s;
    for (const QString &example : synopsis.examples)
        text += u"  prometheus-pipeline "_s + example + u'\n';
    return text;
}

QString overview(const QList<Synopsis> &commands)
{
    QString text = u"Usage: prometheus-pipeline COMMAND [OPTIONS]\n\n"_s
        + wrapped(QString(),
                  u"Takes releases of BPMN processes, DMN decisions, forms and JavaScript workers from a backlog and "
                  "brings them to Camunda 7: VALIDATE, TEST, an approval, DEPLOY, VERIFY."_s);
    QList<Line> lines;
    for (const Synopsis &command : commands)
        lines << Line{command.name, command.summary};
    text += section(u"Commands"_s, lines);
    text += section(u"Common options, before or after the command"_s, linesOf(commonOptions({u"text"_s, u"json"_s})));
    text += section(u"Exit codes"_s,
                    {{u"0"_s, u"Done, and the answer is good."_s},
                     {u"1"_s, u"Done, and the answer is bad: errors found, a failed item, a refusal."_s},
                     {u"2"_s, u"The call or the configuration is wrong."_s},
                     {u"3"_s, u"Something needed is out of reach: database, engine, repository, keychain, a tool."_s},
                     {u"130"_s, u"Cancelled by the caller."_s}});
    text += u"\nResults go to standard output, progress and errors to standard error.\n"
            "`prometheus-pipeline COMMAND --help` tells more; `prometheus-pipeline doctor` tells what is missing.\n"_s;
    return text;
}

} // namespace pipeline::cli
