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
