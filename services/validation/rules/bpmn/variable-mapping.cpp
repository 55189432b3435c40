// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkMapping(const xml::Element &mapping, const bpmn::FlowNode &node, const QString &id, Remarks &remarks)
{
    if (mapping.attribute("variables") == "all")
        return;
    const auto reject = [&](const QString &what, const QString &hint) {
        remarks.reject(Place(mapping.position, id),
                       u"A `%1` of the %2 %3."_s.arg(xml::toQString(mapping.name), described(node), what), hint);
    };
    const xml::Attribute *source = mapping.findAttribute("source");
    const xml::Attribute *expression = mapping.findAttribute("sourceExpression");
    const xml::Attribute *target = mapping.findAttribute("target");
    const QString sourceHint = u"Set source to a variable or sourceExpression to an expression."_s;
    if (source && source->value.empty())
        reject(u"has an empty source"_s, sourceHint);
    else if (!source && expression && expression->value.empty())
        reject(u"has an empty sourceExpression"_s, sourceHint);
    else if (!source && !expression)
        reject(u"does not say what it passes"_s, sourceHint + u" variables=\"all\" passes everything."_s);
    if (!target)
        reject(u"does not say what it sets"_s, u"Set target to the name of a variable."_s);
    else if (target->value.empty())
        reject(u"has an empty target"_s, u"Set target to the name of a variable."_s);
}

void checkInputs(const xml::Element &element, const bpmn::FlowNode &node, const QString &id, Remarks &remarks)
{
    for (const xml::Element *mapping : bpmn::extensionElements(element, "in")) {
        if (mapping->attribute("businessKey").empty())
            checkMapping(*mapping, node, id, remarks);
    }
}

void checkVariableMapping(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const xml::Element &element = file.element(node.at);
        if (node.kind == bpmn::NodeKind::CallActivity) {
            checkInputs(element, node, node.id, remarks);
            for (const xml::Element *mapping : bpmn::extensionElements(element, "out"))
                checkMapping(*mapping, node, node.id, remarks);
        } else if (node.kind == bpmn::NodeKind::IntermediateThrowEvent || node.kind == bpmn::NodeKind::EndEvent) {
            const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
            if (event && event->kind == bpmn::EventKind::Signal) {
                const xml::Element &signal = file.element(event->at);
                checkInputs(signal, node, xml::toQString(signal.nearestId()), remarks);
            }
        }
    }
}

} // namespace

Rule variableMapping()
{
    return {u"variable-mapping"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkVariableMapping};
}

} // namespace pipeline::validation::rules
