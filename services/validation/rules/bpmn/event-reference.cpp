// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool isThrown(const bpmn::FlowNode &node)
{
    return node.kind == bpmn::NodeKind::IntermediateThrowEvent || node.kind == bpmn::NodeKind::EndEvent;
}

/// Whether the engine looks at what the definition refers to, and whether it has to refer to something.
struct Demand {
    bool looks = false;
    bool required = false;
};

Demand demandOf(const bpmn::FlowNode &node, bpmn::EventKind kind)
{
    switch (kind) {
    case bpmn::EventKind::Message:
        return {!isThrown(node), true}; // a thrown message is carried out by its implementation
    case bpmn::EventKind::Signal:
        return {true, true};
    case bpmn::EventKind::Escalation:
        return {true, isThrown(node)}; // caught without a reference, it is any escalation
    default:
        return {};
    }
}

void checkEventReference(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        const Demand demand = event ? demandOf(node, event->kind) : Demand();
        if (!demand.looks || event->target >= 0)
            continue;
        const QString kind = toString(event->kind);
        if (!event->reference.isNull()) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 refers to the %2 %3, which is not in the file."_s.arg(described(node), kind,
                                                                                          quoted(event->reference)),
                           u"Refer to the id of a %1 directly below definitions, or add one."_s.arg(kind));
        } else if (demand.required) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 does not say which %2 it is about."_s.arg(described(node), kind),
                           u"Set %1Ref to the id of a %1 of the file."_s.arg(kind));
        }
    }
}

} // namespace

Rule eventReference()
{
    return {u"event-reference"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEventReference};
}

} // namespace pipeline::validation::rules
