// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkMessageNotSent(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind != bpmn::NodeKind::IntermediateThrowEvent && node.kind != bpmn::NodeKind::EndEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind != bpmn::EventKind::Message || hasImplementation(file.element(event->at)))
            continue;
        remarks.remark(placeOf(event->at, node.id),
                       u"The %1 says nothing of how its message is sent, and the engine sends none by itself."_s.arg(
                           described(node)),
                       u"Set camunda:type=\"external\" and a topic, or a class or expression."_s);
    }
}

} // namespace

Rule messageNotSent()
{
    return {u"message-not-sent"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMessageNotSent};
}

} // namespace pipeline::validation::rules
