// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkTargets(const bpmn::Definitions &definitions, const bpmn::FlowNode &gateway, Remarks &remarks)
{
    for (const int index : gateway.outgoing) {
        const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
        if (flow.to < 0 || definitions.nodes[size_t(flow.to)].kind == bpmn::NodeKind::IntermediateCatchEvent)
            continue;
        remarks.reject(placeOf(gateway),
                       u"The %1 leads to the %2, which is no intermediate catch event."_s.arg(
                           described(gateway), described(definitions.nodes[size_t(flow.to)])),
                       u"Lead it to events only; for a receive task, draw a message event."_s);
    }
}

/// What the engine takes although little comes of it. A gateway of a process that is only drawn may be so too.
void checkWaysOut(const bpmn::Definitions &definitions, const bpmn::FlowNode &gateway, Remarks &remarks)
{
    if (gateway.outgoing.empty()) {
        remarks.remark(placeOf(gateway), u"The %1 leads nowhere, and waits for ever."_s.arg(described(gateway)),
                       u"Lead it to the events that it waits for."_s);
    } else if (gateway.outgoing.size() == 1) {
        remarks.remark(placeOf(gateway),
                       u"The %1 has one way out, so that it decides nothing."_s.arg(described(gateway)),
                       u"Add the other event that it waits for, or remove it."_s);
    }
    for (const int index : gateway.outgoing) {
        const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
        if (flow.isConditional()) {
            remarks.remark(placeOf(flow),
                           u"The condition of the %1 is ignored, for the %2 goes by what happens first."_s.arg(
                               described(flow), described(gateway)),
                           u"Remove the condition, or ask for it behind the event."_s);
        }
    }
}

/// A catch event behind such a gateway belongs to that alone.
void checkCatchEventOf(const bpmn::Definitions &definitions, const bpmn::FlowNode &event, Remarks &remarks)
{
    const int owner = bpmn::gatewayBefore(definitions, event);
    if (owner < 0)
        return;
    const bpmn::EventDefinition *caught = bpmn::effectiveEvent(definitions, event);
    bool reached = false;
    for (const int index : event.incoming) {
        const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
        const bool fromGateway = flow.from >= 0
            && definitions.nodes[size_t(flow.from)].kind == bpmn::NodeKind::EventBasedGateway;
        if (fromGateway && !reached) {
            reached = true;
        } else if (fromGateway || !caught || caught->kind != bpmn::EventKind::Link) {
            remarks.reject(placeOf(flow),
                           u"The %1 leads to the %2, which belongs to the %3 already."_s.arg(
                               described(flow), described(event), described(definitions.nodes[size_t(owner)])),
                           u"Draw another event for the other way."_s);
        }
    }
}

void checkEventBasedGateway(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (node.kind == bpmn::NodeKind::EventBasedGateway)
            checkWaysOut(definitions, node, remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind == bpmn::NodeKind::IntermediateCatchEvent)
            checkCatchEventOf(definitions, node, remarks);
        if (node.kind != bpmn::NodeKind::EventBasedGateway)
            continue;
        checkTargets(definitions, node, remarks);
        if (node.asyncAfter) {
            remarks.reject(placeOf(node),
                           u"The %1 has asyncAfter, which the engine does not have there."_s.arg(described(node)),
                           u"Remove it: the process waits at the events behind the gateway anyway."_s);
        }
    }
}

} // namespace

Rule eventBasedGateway()
{
    return {u"event-based-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEventBasedGateway};
}

} // namespace pipeline::validation::rules
