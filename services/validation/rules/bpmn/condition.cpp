// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

constexpr std::string_view schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/// Whether the expression's xsi:type, if it has one, is that of formal expressions.
bool isFormal(const xml::Document &document, const xml::Element &expression)
{
    const xml::Attribute *type = expression.findAttribute("type", schemaInstance);
    if (!type)
        return true;
    const std::string_view name = xml::trimmed(type->value);
    const auto colon = name.find(':');
    if (colon == std::string_view::npos)
        return name == "tFormalExpression";
    return name.substr(colon + 1) == "tFormalExpression" && document.namespaceOf(name.substr(0, colon)) == bpmn::model;
}

void checkExpression(const SourceFile &file, const xml::Element &expression, const QString &id, Remarks &remarks)
{
    const Place place(expression.position, id);
    if (!isFormal(file.document(), expression)) {
        remarks.reject(
            place,
            u"The condition has the type %1; the engine knows formal expressions only."_s.arg(
                quoted(expression.attribute("type", schemaInstance))),
            u"Write xsi:type=\"bpmn:tFormalExpression\", with the prefix of BPMN as the first element declares it."_s);
    }
    const xml::Attribute *language = expression.findAttribute("language");
    if (language && isBlank(bpmn::extension(expression, "resource"))) {
        remarks.reject(place, u"The condition is a script with a blank camunda:resource."_s,
                       u"Name the file of the script, or remove the attribute."_s);
    } else if (language && xml::trimmed(language->value).empty()) {
        remarks.reject(
            place, u"The condition has an empty language."_s,
            u"Remove the attribute for an expression such as ${valor > 1000}, or name the script's language."_s);
    }
}

void checkCondition(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::SequenceFlow &flow : readFlows(file.definitions())) {
        if (flow.isConditional())
            checkExpression(file, file.element(flow.condition), flow.id, remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        if (!event || event->kind != bpmn::EventKind::Conditional)
            continue;
        if (const xml::Element *condition = file.element(event->at).child(bpmn::model, "condition")) {
            checkExpression(file, *condition, node.id, remarks);
        } else {
            remarks.reject(placeOf(event->at, node.id), u"The %1 has no condition."_s.arg(described(node)),
                           u"Add a condition element with an expression."_s);
        }
    }
}

} // namespace

Rule condition()
{
    return {u"condition"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCondition};
}

} // namespace pipeline::validation::rules
