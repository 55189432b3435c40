// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// FEEL, JUEL, and the scripting languages that an installation may have.
bool isKnownLanguage(const QString &language)
{
    static const QStringList names{u"juel"_s,   u"javascript"_s, u"ecmascript"_s, u"js"_s,   u"groovy"_s,
                                   u"python"_s, u"jython"_s,     u"ruby"_s,       u"jruby"_s};
    return isFeel(language) || names.contains(language, Qt::CaseInsensitive);
}

/// Source: ExpressionEvaluationHandler, which looks for a script engine of that name.
void checkExpressionLanguage(const SourceFile &file, Remarks &remarks)
{
    const dmn::Graph &graph = file.graph();
    const auto check = [&](const QString &language, const dmn::Location &at) {
        if (isKnownLanguage(language))
            return;
        remarks.remark(
            placeOf(file, at), u"The expression language \"%1\" is none that the engine knows."_s.arg(language),
            u"Write the expression in FEEL, which is the default, or in JUEL: expressionLanguage=\"juel\"."_s);
    };
    if (!graph.decisions.empty())
        check(graph.language, graph.at);
    for (const dmn::Decision &decision : graph.decisions) {
        check(decision.literal.language, decision.literal.at);
        for (const dmn::Clause &input : decision.table.inputs)
            check(input.expression.language, input.expression.at);
        for (const dmn::Rule &rule : decision.table.rules) {
            for (const dmn::Expression &entry : rule.inputs)
                check(entry.language, entry.at);
            for (const dmn::Expression &entry : rule.outputs)
                check(entry.language, entry.at);
        }
    }
}

} // namespace

Rule expressionLanguage()
{
    return {u"expression-language"_s, {FileKind::Dmn}, Rule::Needs::Content, checkExpressionLanguage};
}

} // namespace pipeline::validation::rules
