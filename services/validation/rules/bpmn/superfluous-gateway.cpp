// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSuperfluousGateway(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        // Of an event-based one with a single way, event-based-gateway tells more.
        if (!node.isGateway() || node.kind == bpmn::NodeKind::EventBasedGateway || node.incoming.size() != 1
            || node.outgoing.size() != 1 || definitions.flows[size_t(node.outgoing.front())].isConditional())
            continue;
        remarks.remark(placeOf(node),
                       u"The %1 has one way in and one way out, so that it does nothing."_s.arg(described(node)),
                       u"Remove it, or draw the way that is missing."_s);
    }
}

} // namespace

Rule superfluousGateway()
{
    return {u"superfluous-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSuperfluousGateway};
}

} // namespace pipeline::validation::rules
