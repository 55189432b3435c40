// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Java reads a number where the schema allows INF.
bool isNumber(std::string_view value)
{
    value = xml::trimmed(value);
    return value != "INF" && value != "-INF";
}

/// The engine names the shape for its bounds, and each point of an edge itself.
void checkNumbers(const xml::Element &element, const xml::Element &shape, Remarks &remarks)
{
    for (const xml::Attribute &attribute : element.attributes) {
        if (attribute.nameSpace.empty() && attribute.name != "id" && !isNumber(attribute.value)) {
            remarks.reject(Place(element.name == "Bounds" ? shape : element),
                           u"`%1` in the diagram is %2, which is no place to draw at."_s.arg(
                               xml::toQString(attribute.name), quoted(attribute.value)),
                           u"Write a number."_s);
        }
    }
}

void checkDiagramNumber(const SourceFile &file, Remarks &remarks)
{
    QSet<QString> shown; // activities, and the flows of the process that the engine reads last
    for (const bpmn::FlowNode &node : readNodes(file.definitions()))
        shown.insert(node.id);
    int last = -1;
    for (const bpmn::Scope &scope : readScopes(file.definitions()))
        last = std::max(last, scope.process);
    for (const bpmn::SequenceFlow &flow : readFlows(file.definitions())) {
        if (file.definitions().scopes[size_t(flow.scope)].process == last)
            shown.insert(flow.id);
    }
    for (const auto *name : {"BPMNShape", "BPMNEdge"}) {
        for (const xml::Element *shape : file.document().elements(bpmn::diagram, name)) {
            if (!shown.contains(xml::toQString(xml::trimmed(shape->attribute("bpmnElement")))))
                continue;
            for (const xml::Element &child : shape->children()) {
                if (child.name == "Bounds" || child.name == "waypoint")
                    checkNumbers(child, *shape, remarks);
            }
        }
    }
}

} // namespace

Rule diagramNumber()
{
    return {u"diagram-number"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkDiagramNumber};
}

} // namespace pipeline::validation::rules
