// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../timertext.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The engine names the node, not the definition within it.
void checkTimer(const xml::Element &definition, const QString &node, Remarks &remarks)
{
    if (!timerTextOf(definition).element) {
        remarks.reject(Place(definition.position, node),
                       u"The timer has neither timeDate nor timeCycle nor timeDuration."_s,
                       u"Say when it is due, for example <timeDuration>PT1H</timeDuration>."_s);
    }
}

/// Whether the token goes on, or everything around is left, when the timer is due.
bool firesOnce(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    return node.kind == bpmn::NodeKind::IntermediateCatchEvent
        || (node.interrupting
            && (node.kind == bpmn::NodeKind::BoundaryEvent
                || bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::EventSubProcess));
}

void checkTimerDefinition(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.isRead())
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (event && event->kind == bpmn::EventKind::Timer) {
            const xml::Element &definition = file.element(event->at);
            checkTimer(definition, node.id, remarks);
            if (firesOnce(definitions, node) && timerTextOf(definition).kind == time::TimerKind::Cycle) {
                remarks.remark(
                    Place(definition.position, node.id),
                    u"The timer of the %1 fires once, so that its cycle has no effect."_s.arg(described(node)),
                    u"Write a timeDuration, or use an event that does not interrupt."_s);
            }
        }
        if (node.kind != bpmn::NodeKind::UserTask)
            continue;
        for (const xml::Element *listener : bpmn::extensionElements(file.element(node.at), "taskListener")) {
            const xml::Element *definition = listener->child(bpmn::model, "timerEventDefinition");
            if (definition && listener->attribute("event") == "timeout")
                checkTimer(*definition, node.id, remarks);
        }
    }
}

} // namespace

Rule timerDefinition()
{
    return {u"timer-definition"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTimerDefinition};
}

} // namespace pipeline::validation::rules
