// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkAssociationOf(const bpmn::Definitions &definitions, const bpmn::Association &association, Remarks &remarks)
{
    const int source = definitions.nodeWithin(association.scope, association.source);
    const int target = definitions.nodeWithin(association.scope, association.target);
    if (source < 0 || target < 0)
        return;
    const bpmn::FlowNode &event = definitions.nodes[size_t(source)];
    const bpmn::FlowNode &activity = definitions.nodes[size_t(target)];
    const bpmn::EventDefinition *caught = bpmn::effectiveEvent(definitions, event);
    if (event.kind != bpmn::NodeKind::BoundaryEvent || !caught || caught->kind != bpmn::EventKind::Compensation)
        return;
    if (activity.forCompensation && !activity.isRead()) {
        remarks.reject(placeOf(association.at, event.id),
                       u"The %1 leads to the %2, and the engine runs none of its kind."_s.arg(described(event),
                                                                                              described(activity)),
                       u"Use a sub-process instead."_s);
    }
    const int host = definitions.nodeIn(event.scope, event.attachedTo);
    if (activity.forCompensation && (activity.asyncBefore || activity.asyncAfter) && !activity.isMultiInstance()
        && host >= 0 && definitions.nodes[size_t(host)].isMultiInstance()) {
        remarks.reject(
            placeOf(association.at, activity.id),
            u"The %1 is asynchronous and compensates a multi-instance activity, on which the engine breaks."_s.arg(
                described(activity)),
            u"Remove camunda:asyncBefore and camunda:asyncAfter from the handler."_s);
    }
    if (!activity.isRead() || activity.forCompensation || activity.compensationStart >= 0)
        return;
    remarks.reject(
        placeOf(association.at, event.id),
        u"The %1 leads to the %2, which is not marked as compensation."_s.arg(described(event), described(activity)),
        u"Set isForCompensation=\"true\" on the activity."_s);
}

void checkCompensationBoundary(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    QSet<int> hosts;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (node.kind != bpmn::NodeKind::BoundaryEvent || !event || event->kind != bpmn::EventKind::Compensation)
            continue;
        const int host = definitions.nodeIn(node.scope, node.attachedTo);
        if (host >= 0 && hosts.contains(host)) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 is the second event for the compensation of the %2."_s.arg(
                               described(node), described(definitions.nodes[size_t(host)])),
                           u"Keep one of them."_s);
        }
        hosts.insert(host);
    }
    for (const bpmn::Scope &scope : readScopes(definitions)) {
        for (const int association : scope.associations)
            checkAssociationOf(definitions, definitions.associations[size_t(association)], remarks);
    }
}

} // namespace

Rule compensationBoundary()
{
    return {u"compensation-boundary"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCompensationBoundary};
}

} // namespace pipeline::validation::rules
