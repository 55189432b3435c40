// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool raisesEscalations(const SourceFile &file, const bpmn::FlowNode &host)
{
    return host.isSubProcess() || host.kind == bpmn::NodeKind::UserTask
        || (host.kind == bpmn::NodeKind::CallActivity && file.element(host.at).findAttribute("calledElement"));
}

void checkBoundaryEvent(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind != bpmn::NodeKind::BoundaryEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        const int index = definitions.nodeIn(node.scope, node.attachedTo);
        const bpmn::FlowNode *host = index < 0 ? nullptr : &definitions.nodes[size_t(index)];
        if (!event) {
            remarks.reject(
                placeOf(node), u"The %1 waits for nothing that the engine knows."_s.arg(described(node)),
                u"Let it wait for a timer, error, signal, cancellation, compensation, message, escalation or condition."_s);
        }
        if (node.attachedTo.isEmpty()) {
            remarks.reject(placeOf(node), u"The %1 is attached to nothing."_s.arg(described(node)),
                           u"Set attachedToRef to the id of an activity."_s);
        } else if (!host) {
            remarks.reject(placeOf(node),
                           u"The %1 is attached to %2, which is not in the same process or sub-process."_s.arg(
                               described(node), quoted(node.attachedTo)),
                           u"Attach it to an activity beside it."_s);
        } else if (!host->isRead() || host->order > node.order) {
            remarks.reject(
                placeOf(node),
                u"The %1 is attached to the %2, where the engine has no boundary events."_s.arg(described(node),
                                                                                                described(*host)),
                u"Attach it to another activity; compensation handlers and ad-hoc sub-processes have none."_s);
        } else if (event && event->kind == bpmn::EventKind::Escalation && !raisesEscalations(file, *host)) {
            remarks.reject(placeOf(node),
                           u"The %1 waits for an escalation of the %2, which raises none."_s.arg(described(node),
                                                                                                 described(*host)),
                           u"Attach it to a sub-process, a call activity or a user task."_s);
        } else if (!host->isActivity()) {
            remarks.remark(
                placeOf(node),
                u"The %1 is attached to the %2, which is no activity."_s.arg(described(node), described(*host)),
                u"Attach it to a task, a sub-process or a call activity; elsewhere most never happen."_s);
        }
    }
}

} // namespace

Rule boundaryEvent()
{
    return {u"boundary-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkBoundaryEvent};
}

} // namespace pipeline::validation::rules
