// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkInclusiveGateway(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind != bpmn::NodeKind::InclusiveGateway)
            continue;
        if (node.outgoing.empty()) {
            remarks.remark(placeOf(node),
                           u"The %1 leads nowhere, and the engine fails when it gets there."_s.arg(described(node)),
                           u"Add a sequence flow out of it; a process ends with an end event."_s);
        } else if (const auto &flow = definitions.flows[size_t(node.outgoing.front())];
                   node.outgoing.size() == 1 && flow.isConditional() && flow.id != node.defaultFlow) {
            remarks.remark(
                placeOf(node),
                u"The %1 has one way out, with a condition, and the engine fails when that does not hold."_s.arg(
                    described(node)),
                u"Remove the condition, or add a default flow."_s);
        }
    }
}

} // namespace

Rule inclusiveGateway()
{
    return {u"inclusive-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkInclusiveGateway};
}

} // namespace pipeline::validation::rules
