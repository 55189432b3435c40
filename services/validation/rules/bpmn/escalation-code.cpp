// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkEscalationCode(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::IntermediateThrowEvent && node.kind != bpmn::NodeKind::EndEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        const bpmn::GlobalEvent *escalation = event && event->kind == bpmn::EventKind::Escalation
            ? file.definitions().target(*event)
            : nullptr;
        if (escalation && escalation->code.isEmpty()) {
            remarks.reject(
                placeOf(event->at, node.id),
                u"The %1 throws the escalation %2, which has no code."_s.arg(described(node), quoted(escalation->id)),
                u"Set escalationCode: it is what the catching event compares."_s);
        }
    }
}

} // namespace

Rule escalationCode()
{
    return {u"escalation-code"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEscalationCode};
}

} // namespace pipeline::validation::rules
