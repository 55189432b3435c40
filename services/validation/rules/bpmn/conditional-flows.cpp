// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether its flows are chosen by conditions, and no other rule looks at that.
bool choosesByConditions(const bpmn::FlowNode &node)
{
    switch (node.kind) {
    case bpmn::NodeKind::ExclusiveGateway:
        return !node.isRead(); // exclusive-gateway
    case bpmn::NodeKind::ParallelGateway:
    case bpmn::NodeKind::EventBasedGateway:
        return false;
    default:
        return true;
    }
}

void checkConditionalFlows(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (node.outgoing.size() < 2 || !choosesByConditions(node))
            continue;
        const auto isDefault = [&](const bpmn::SequenceFlow &flow) {
            return !flow.id.isNull() && flow.id == node.defaultFlow;
        };
        const bool chooses = std::ranges::any_of(node.outgoing, [&](int index) {
            const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
            return flow.isConditional() || isDefault(flow);
        });
        for (const int index : node.outgoing) {
            const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
            if (!chooses || flow.isConditional() || isDefault(flow))
                continue;
            remarks.remark(placeOf(flow),
                           u"The %1 leaves the %2 without a condition, and others beside it have one: %3."_s.arg(
                               described(flow), described(node),
                               node.kind == bpmn::NodeKind::ExclusiveGateway ? u"it is open when it is taken"_s
                                                                             : u"it is always taken as well"_s),
                           u"Give it a condition, or make it the default flow."_s);
        }
    }
}

} // namespace

Rule conditionalFlows()
{
    return {u"conditional-flows"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkConditionalFlows};
}

} // namespace pipeline::validation::rules
