// SPDX-License-Identifier: Apache-2.0
#include "rejection.h"

#include "modelsearch.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

/// On one line, without the repetition of "text: text".
QString tidy(const QString &message)
{
    const QString text = message.simplified();
    const qsizetype half = (text.size() - 2) / 2;
    if (text.size() > 2 && text == text.first(half) + ": "_L1 + text.first(half))
        return text.first(half);
    return text;
}

QString captured(const QString &pattern, const QString &text)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

/// The problems of a ParseException, which has them by file.
QList<EngineProblem> problemsByFile(const QJsonObject &details)
{
    QList<EngineProblem> problems;
    for (auto file = details.begin(); file != details.end(); ++file) {
        for (const bool warning : {false, true}) {
            for (const QJsonValue &value : file->toObject().value(warning ? "warnings"_L1 : "errors"_L1).toArray()) {
                const QJsonObject problem = value.toObject();
                problems << EngineProblem{.file = file.key(),
                                          .line = problem.value("line"_L1).toInt(),
                                          .column = problem.value("column"_L1).toInt(),
                                          .element = problem.value("mainElementId"_L1).toString(),
                                          .message = tidy(problem.value("message"_L1).toString()),
                                          .warning = warning};
            }
        }
    }
    return problems;
}

/// The files that \a message may be about: the one that it names, else those of the language that it speaks of.
QList<ResourceFile> candidates(const QString &message, const QList<ResourceFile> &files)
{
    QList<ResourceFile> all = files;
    // A name can be part of another one.
    std::ranges::stable_sort(all, [](const auto &a, const auto &b) { return a.name.size() > b.name.size(); });
    for (const ResourceFile &file : all) {
        if (message.contains(file.name))
            return {file};
    }
    QList<ResourceFile> models;
    for (const ResourceFile &file : files) {
        const bool isBpmn = file.name.endsWith(".bpmn"_L1) || file.name.endsWith(".bpmn20.xml"_L1);
        const bool isDmn = file.name.endsWith(".dmn"_L1) || file.name.endsWith(".dmn11.xml"_L1);
        if (isBpmn || (isDmn && !message.contains("parsing process"_L1)))
            models << file;
    }
    return models;
}

/// What \a message quotes from the model: an expression, a class, a time, a name.
QString quotedFromModel(QString message, const QString &fileName)
{
    const QString expression = captured(u"Error parsing '(.+)': "_s, message);
    if (!expression.isEmpty())
        return expression;
    return captured(u"'([^']+)'"_s, message.remove(u"'%1'"_s.arg(fileName)));
}

EngineProblem problemAt(const ModelPlace &place, const QString &message)
{
    return {
        .file = place.file, .line = place.line, .column = place.column, .element = place.element, .message = message};
}

/// The problem of an exception, which is a sentence and nothing else.
QList<EngineProblem> problemsInText(const QString &message, const QList<ResourceFile> &files)
{
    const QString twice = captured(u"definitions with the same key '(.+)' "_s, message);
    if (!twice.isEmpty()) {
        QList<EngineProblem> problems;
        for (const ModelPlace &place : elementsWithId(files, twice))
            problems << problemAt(place, message);
        return problems;
    }

    const QList<ResourceFile> among = candidates(message, files);
    const QString only = among.size() == 1 ? among.first().name : QString();
    const QList<ModelPlace> places = placesOf(among, quotedFromModel(message, only));
    if (places.size() == 1)
        return {problemAt(places.first(), message)};
    const auto isElsewhere = [&](const ModelPlace &place) { return place.file != places.first().file; };
    const QString file = places.isEmpty() || std::ranges::any_of(places, isElsewhere) ? only : places.first().file;
    if (file.isEmpty())
        return {};
    return {{.file = file,
             .line = captured(u"\\bline(?:Number:)? (\\d+)"_s, message).toInt(),
             .column = captured(u"\\bcolumn(?:Number:)? (\\d+)"_s, message).toInt(),
             .element = {},
             .message = message}};
}

} // namespace

Rejection rejectionOf(const EngineFault &fault, const QList<ResourceFile> &files)
{
    Rejection rejection;
    rejection.message = tidy(fault.message);
    rejection.code = captured(u"^(ENGINE-\\d+)"_s, rejection.message);
    rejection.problems = problemsByFile(fault.details);
    if (rejection.problems.isEmpty())
        rejection.problems = problemsInText(rejection.message, files);

    // Checks of gateways and flows come with the element, but without its line.
    for (EngineProblem &problem : rejection.problems) {
        if (problem.line > 0 || problem.element.isEmpty())
            continue;
        for (const ModelPlace &place : elementsWithId(files, problem.element)) {
            if (place.file == problem.file) {
                problem.line = place.line;
                problem.column = place.column;
            }
        }
    }
    return rejection;
}

} // namespace pipeline::camunda
