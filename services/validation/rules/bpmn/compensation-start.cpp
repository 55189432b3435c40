// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkAssociation(const bpmn::Definitions &definitions, const bpmn::Association &association, Remarks &remarks)
{
    const int source = definitions.nodeWithin(association.scope, association.source);
    const int target = definitions.nodeWithin(association.scope, association.target);
    if (source < 0 || target < 0 || !definitions.nodes[size_t(target)].forCompensation)
        return;
    const bpmn::FlowNode &boundary = definitions.nodes[size_t(source)];
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, boundary);
    if (boundary.kind != bpmn::NodeKind::BoundaryEvent || !event || event->kind != bpmn::EventKind::Compensation)
        return;
    const int host = definitions.nodeIn(boundary.scope, boundary.attachedTo);
    if (host < 0 || !definitions.nodes[size_t(host)].isSubProcess())
        return;
    const bpmn::FlowNode &subProcess = definitions.nodes[size_t(host)];
    if (definitions.scopes[size_t(subProcess.inner)].handlesCompensation) {
        remarks.reject(placeOf(association.at, subProcess.id),
                       u"The %1 has both a boundary event and an event sub-process for its compensation."_s.arg(
                           described(subProcess)),
                       u"Keep one of them."_s);
    }
}

void checkCompensationStart(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Scope &scope : readScopes(definitions)) {
        bool before = false;
        for (const int index : scope.nodes) {
            const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
            if (node.compensationStart < 0)
                continue;
            const bpmn::FlowNode &start = definitions.nodes[size_t(node.compensationStart)];
            if (scope.node < 0) {
                remarks.reject(placeOf(start),
                               u"The %1 starts by compensation, which the engine has only within a sub-process."_s.arg(
                                   described(node)),
                               u"Put the activities that it undoes, and the event sub-process, into a sub-process."_s);
            } else if (before) {
                remarks.reject(placeOf(start),
                               u"The %1 is the second event sub-process for compensation in the %2."_s.arg(
                                   described(node), described(definitions, scope)),
                               u"Keep one, which undoes all that has to be undone."_s);
            }
            before = true;
        }
        for (const int association : scope.associations)
            checkAssociation(definitions, definitions.associations[size_t(association)], remarks);
    }
}

} // namespace

Rule compensationStart()
{
    return {u"compensation-start"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCompensationStart};
}

} // namespace pipeline::validation::rules
