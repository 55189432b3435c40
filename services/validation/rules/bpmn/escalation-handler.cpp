// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <map>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

struct Handler {
    const bpmn::FlowNode *node = nullptr;
    QString code; ///< empty: any
};

/// Why the second cannot stand beside the first; empty when it can.
QString conflict(const Handler &first, const Handler &second)
{
    if (first.code.isEmpty() && second.code.isEmpty())
        return u"both catch every escalation"_s;
    if (first.code.isEmpty() || second.code.isEmpty())
        return u"one catches every escalation, so that the other has nothing left"_s;
    return first.code == second.code ? u"both catch the code %1"_s.arg(quoted(first.code)) : QString();
}

void checkEscalationHandler(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    // Event sub-processes and boundary events of one activity do not get in each other's way.
    std::map<std::pair<bpmn::EventScope, bpmn::NodeKind>, std::vector<Handler>> handlers;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        const bool catches = node.kind == bpmn::NodeKind::StartEvent || node.kind == bpmn::NodeKind::BoundaryEvent;
        if (!catches || !event || event->kind != bpmn::EventKind::Escalation)
            continue;
        const bpmn::GlobalEvent *escalation = definitions.target(*event);
        const Handler handler{&node, escalation ? escalation->code : QString()};
        std::vector<Handler> &others = handlers[{bpmn::eventScopeOf(definitions, node, *event), node.kind}];
        for (const Handler &other : others) {
            const QString why = conflict(other, handler);
            if (why.isEmpty())
                continue;
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 and the %2 catch escalations in the same place, and %3."_s.arg(
                               described(*other.node), described(node), why),
                           u"Give each its own escalation code, or keep one of them."_s);
            break; // one of the others says enough, however many there are
        }
        others.push_back(handler);
    }
}

} // namespace

Rule escalationHandler()
{
    return {u"escalation-handler"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEscalationHandler};
}

} // namespace pipeline::validation::rules
