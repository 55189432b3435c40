// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkCatchEvent(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (node.kind != bpmn::NodeKind::IntermediateCatchEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event) {
            remarks.reject(placeOf(node), u"The %1 waits for nothing that the engine knows."_s.arg(described(node)),
                           u"Let it wait for a timer, signal, message, link or condition."_s);
        } else if (event->kind == bpmn::EventKind::Link && bpmn::gatewayBefore(definitions, node) >= 0) {
            remarks.reject(placeOf(node),
                           u"The %1 is a link and follows an event-based gateway."_s.arg(described(node)),
                           u"Behind such a gateway, wait for a timer, signal, message or condition."_s);
        }
    }
}

} // namespace

Rule catchEvent()
{
    return {u"catch-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCatchEvent};
}

} // namespace pipeline::validation::rules
