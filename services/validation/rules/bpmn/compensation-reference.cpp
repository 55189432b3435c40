// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether the engine finds the activity: it has read it before the event, or reads it in that scope later.
bool finds(const bpmn::Definitions &definitions, const bpmn::FlowNode &event, int scope, const QString &id, bool later)
{
    const int index = definitions.nodeIn(scope, id);
    if (index < 0)
        return false;
    const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
    // What it reads later it recognises only outside of the body of a multi-instance.
    return node.isRead() && (node.order < event.order || (later && !node.isMultiInstance()));
}

void checkThrown(const bpmn::Definitions &definitions, const bpmn::FlowNode &node, const bpmn::EventDefinition &event,
                 Remarks &remarks)
{
    const bpmn::Scope &scope = definitions.scopes[size_t(node.scope)];
    // An event sub-process compensates what is around it.
    const bool inEventSubProcess = scope.node >= 0 && definitions.nodes[size_t(scope.node)].triggeredByEvent;
    if (finds(definitions, node, node.scope, event.reference, !inEventSubProcess))
        return;
    if (inEventSubProcess && finds(definitions, node, scope.parent, event.reference, true))
        return;
    remarks.reject(placeOf(event.at, node.id),
                   u"The %1 compensates %2, which is no activity of the same process or sub-process."_s.arg(
                       described(node), quoted(event.reference)),
                   u"Refer to an activity beside the event, or remove activityRef to compensate all of them."_s);
}

void checkCompensationReference(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        if (!event || event->kind != bpmn::EventKind::Compensation)
            continue;
        const xml::Attribute *waits = file.element(event->at).findAttribute("waitForCompletion");
        const bool thrown = node.kind == bpmn::NodeKind::IntermediateThrowEvent
            || node.kind == bpmn::NodeKind::EndEvent;
        if (thrown && !event->reference.isNull())
            checkThrown(file.definitions(), node, *event, remarks);
        if (thrown && waits && xml::trimmed(waits->value) != "true") {
            remarks.remark(placeOf(event->at, node.id),
                           u"The %1 does not want to wait, and the engine waits all the same."_s.arg(described(node)),
                           u"Remove waitForCompletion."_s);
        }
        if (!thrown && (waits || !event->reference.isNull())) {
            remarks.remark(
                placeOf(event->at, node.id),
                u"The %1 catches a compensation; the engine ignores its activityRef and waitForCompletion."_s.arg(
                    described(node)),
                u"Remove them: they belong to the event that throws."_s);
        }
    }
}

} // namespace

Rule compensationReference()
{
    return {u"compensation-reference"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCompensationReference};
}

} // namespace pipeline::validation::rules
