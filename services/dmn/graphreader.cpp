// SPDX-License-Identifier: Apache-2.0
#include "graphreader.h"

#include "dmnfacts.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace pipeline::dmn {

namespace {

Location locationOf(const xml::Element &element)
{
    return {element.index, element.position.line, element.position.column};
}

/// Null for an empty text, which the engine takes for an absent one.
QString textOf(std::string_view value)
{
    return value.empty() ? QString() : xml::toQString(value);
}

QString attribute(const xml::Element &element, std::string_view name)
{
    return textOf(element.attribute(name));
}

/// Of an attribute whose blanks the schema takes away.
QString token(const xml::Element &element, std::string_view name)
{
    return textOf(xml::trimmed(element.attribute(name)));
}

const xml::Element *child(const xml::Element &element, std::string_view name)
{
    return element.child(element.nameSpace, name);
}

Expression expressionOf(const xml::Element &element)
{
    Expression expression;
    if (const xml::Element *text = child(element, "text"))
        expression.text = textOf(text->text);
    expression.language = token(element, "expressionLanguage");
    expression.type = token(element, "typeRef");
    expression.at = locationOf(element);
    return expression;
}

Clause inputOf(const xml::Element &element)
{
    Clause clause{token(element, "id"), attribute(element, "label"), {}, {}, {}, locationOf(element)};
    if (const xml::Element *expression = child(element, "inputExpression"))
        clause.expression = expressionOf(*expression);
    return clause;
}

Clause outputOf(const xml::Element &element)
{
    Clause clause{
        token(element, "id"), attribute(element, "label"), attribute(element, "name"), token(element, "typeRef"), {},
        locationOf(element)};
    if (clause.label.isNull())
        clause.label = clause.name;
    return clause;
}

Rule ruleOf(const xml::Element &element)
{
    Rule rule{token(element, "id"), {}, {}, locationOf(element)};
    for (const xml::Element &entry : element.children()) {
        if (entry.is(element.nameSpace, "inputEntry"))
            rule.inputs.push_back(expressionOf(entry));
        else if (entry.is(element.nameSpace, "outputEntry"))
            rule.outputs.push_back(expressionOf(entry));
    }
    return rule;
}

DecisionTable tableOf(const xml::Element &element)
{
    DecisionTable table{token(element, "hitPolicy"), token(element, "aggregation"), {}, {}, {}};
    for (const xml::Element &part : element.children()) {
        if (part.is(element.nameSpace, "input"))
            table.inputs.push_back(inputOf(part));
        else if (part.is(element.nameSpace, "output"))
            table.outputs.push_back(outputOf(part));
        else if (part.is(element.nameSpace, "rule"))
            table.rules.push_back(ruleOf(part));
    }
    return table;
}

Logic logicOf(std::string_view name)
{
    if (name == "decisionTable")
        return Logic::Table;
    if (name == "literalExpression")
        return Logic::Literal;
    for (const std::string_view other : {"context", "invocation", "list", "relation", "functionDefinition",
                                         "conditional", "for", "every", "some", "filter"}) {
        if (name == other)
            return Logic::Other;
    }
    return Logic::None;
}

/// What is behind the last `#`, or else the whole.
QString idIn(const QString &href)
{
    return href.section(u'#', -1, -1, QString::SectionSkipEmpty);
}

Decision decisionOf(const xml::Element &element)
{
    Decision decision;
    decision.id = token(element, "id");
    decision.name = attribute(element, "name");
    decision.at = locationOf(element);
    for (const xml::Element &part : element.children()) {
        if (part.nameSpace != element.nameSpace)
            continue;
        if (part.name == "variable") {
            decision.variable = locationOf(part);
            decision.variableType = token(part, "typeRef");
        } else if (part.name == "informationRequirement") {
            if (const xml::Element *required = child(part, "requiredDecision")) {
                const QString href = token(*required, "href");
                decision.requirements.push_back({href, idIn(href), -1, locationOf(*required)});
            }
        } else if (const Logic logic = logicOf(part.name); logic != Logic::None && decision.logic == Logic::None) {
            decision.logic = logic;
            decision.logicName = textOf(part.name);
            decision.logicAt = locationOf(part);
            if (logic == Logic::Table)
                decision.table = tableOf(part);
            else if (logic == Logic::Literal)
                decision.literal = expressionOf(part);
        }
    }
    return decision;
}

} // namespace

Graph readGraph(const xml::Document &document)
{
    Graph graph;
    const xml::Element *root = document.root();
    if (!root)
        return graph;
    graph.root = textOf(root->name);
    graph.id = token(*root, "id");
    graph.language = token(*root, "expressionLanguage");
    graph.at = locationOf(*root);
    QHash<QString, int> byId;
    for (const xml::Element *element : decisions(document)) {
        Decision decision = decisionOf(*element);
        if (!decision.id.isNull() && !byId.contains(decision.id))
            byId.insert(decision.id, int(graph.decisions.size()));
        graph.decisions.push_back(std::move(decision));
    }
    for (Decision &decision : graph.decisions) {
        for (Requirement &requirement : decision.requirements)
            requirement.decision = byId.value(requirement.id, -1);
    }
    return graph;
}

} // namespace pipeline::dmn
