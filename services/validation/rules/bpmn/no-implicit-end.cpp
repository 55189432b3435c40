// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether another rule says that it leads nowhere.
bool isToldElsewhere(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    switch (node.kind) {
    case bpmn::NodeKind::ExclusiveGateway:
    case bpmn::NodeKind::InclusiveGateway:
        return node.isRead(); // exclusive-gateway, inclusive-gateway
    case bpmn::NodeKind::EventBasedGateway:
        return true; // event-based-gateway
    default:
        return isUnconnected(definitions, node); // no-disconnected
    }
}

/// Whether it goes on by something else than a sequence flow.
bool goesOnElsewhere(const bpmn::FlowNode &node, const QSet<QString> &associated)
{
    switch (node.kind) {
    case bpmn::NodeKind::IntermediateThrowEvent:
        return node.definition(bpmn::EventKind::Link);
    case bpmn::NodeKind::BoundaryEvent:
        return node.definition(bpmn::EventKind::Compensation) && associated.contains(node.id);
    default:
        return false;
    }
}

void checkNoImplicitEnd(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    QSet<QString> associated;
    for (const bpmn::Association &association : definitions.associations)
        associated.insert(association.source);
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.outgoing.empty() || node.kind == bpmn::NodeKind::EndEvent || node.kind == bpmn::NodeKind::Other
            || node.isApart() || isInAdHoc(definitions, node) || goesOnElsewhere(node, associated)
            || isToldElsewhere(definitions, node))
            continue;
        remarks.remark(placeOf(node), u"Nothing follows the %1, which is no end event."_s.arg(described(node)),
                       u"Lead it to an end event, or to where it goes on."_s);
    }
}

} // namespace

Rule noImplicitEnd()
{
    return {u"no-implicit-end"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoImplicitEnd};
}

} // namespace pipeline::validation::rules
