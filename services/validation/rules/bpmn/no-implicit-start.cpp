// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool beginsByItself(const bpmn::FlowNode &node)
{
    switch (node.kind) {
    case bpmn::NodeKind::StartEvent:
    case bpmn::NodeKind::BoundaryEvent:
    case bpmn::NodeKind::Other:
        return true;
    case bpmn::NodeKind::IntermediateCatchEvent:
        return node.definition(bpmn::EventKind::Link);
    default:
        return node.isApart();
    }
}

void checkNoImplicitStart(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.incoming.empty() || beginsByItself(node) || isInAdHoc(definitions, node)
            || isUnconnected(definitions, node)) // no-disconnected
            continue;
        remarks.remark(placeOf(node), u"Nothing leads to the %1, so that it is never reached."_s.arg(described(node)),
                       u"Lead a sequence flow to it, or draw a start event before it."_s);
    }
}

} // namespace

Rule noImplicitStart()
{
    return {u"no-implicit-start"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoImplicitStart};
}

} // namespace pipeline::validation::rules
