// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkWays(const bpmn::Definitions &definitions, const bpmn::FlowNode &gateway, Remarks &remarks)
{
    std::vector<const bpmn::SequenceFlow *> open; ///< neither a condition nor the default
    for (const int index : gateway.outgoing) {
        const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
        const bool isDefault = !flow.id.isNull() && flow.id == gateway.defaultFlow;
        if (flow.isConditional() && isDefault) {
            remarks.reject(placeOf(gateway),
                           u"The %1 has the default flow %2, which has a condition too."_s.arg(described(gateway),
                                                                                               quoted(flow.id)),
                           u"Remove the condition: the default flow is taken when no other condition holds."_s);
        }
        if (!flow.isConditional() && !isDefault)
            open.push_back(&flow);
    }
    if (!gateway.defaultFlow.isEmpty() || open.size() > 1) {
        for (const bpmn::SequenceFlow *flow : open) {
            remarks.reject(placeOf(gateway),
                           u"The %1 leads to %2 by a %3 without condition, which is not its default flow."_s.arg(
                               described(gateway), quoted(flow->target), described(*flow)),
                           u"Give the flow a condition, or make it the default."_s);
        }
    } else if (open.size() == 1) {
        remarks.remark(
            placeOf(gateway),
            u"The %1 has one %2 without condition and no default; the engine takes that for the default."_s.arg(
                described(gateway), described(*open.front())),
            u"Make it the default flow, so that readers see it."_s);
    }
}

void checkExclusiveGateway(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind != bpmn::NodeKind::ExclusiveGateway)
            continue;
        if (node.outgoing.empty()) {
            remarks.reject(placeOf(node), u"The %1 leads nowhere."_s.arg(described(node)),
                           u"Add a sequence flow out of it, or remove it; a process ends with an end event."_s);
        } else if (node.outgoing.size() > 1) {
            checkWays(definitions, node, remarks);
        } else if (const auto &flow = definitions.flows[size_t(node.outgoing.front())]; flow.isConditional()) {
            remarks.reject(
                placeOf(node),
                u"The %1 has one way out, and the %2 has a condition."_s.arg(described(node), described(flow)),
                u"Remove the condition, or add the other way."_s);
        }
    }
}

} // namespace

Rule exclusiveGateway()
{
    return {u"exclusive-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkExclusiveGateway};
}

} // namespace pipeline::validation::rules
