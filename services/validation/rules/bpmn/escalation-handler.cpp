// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <map>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What catches escalations in one place.
struct Handlers {
    const bpmn::FlowNode *first = nullptr;
    const bpmn::FlowNode *ofAny = nullptr; ///< the first without a code
    QHash<QString, const bpmn::FlowNode *> byCode;
};

/// A handler that the new one cannot stand beside, with the reason.
struct Conflict {
    const bpmn::FlowNode *other = nullptr; ///< null: there is none
    QString why;
};

Conflict conflictOf(const Handlers &handlers, const QString &code)
{
    if (code.isEmpty() && handlers.ofAny)
        return {handlers.ofAny, u"both catch every escalation"_s};
    if (handlers.ofAny || (code.isEmpty() && handlers.first)) {
        return {handlers.ofAny ? handlers.ofAny : handlers.first,
                u"one catches every escalation, so that the other has nothing left"_s};
    }
    return {handlers.byCode.value(code), u"both catch the code %1"_s.arg(quoted(code))};
}

void checkEscalationHandler(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    // Event sub-processes and boundary events of one activity do not get in each other's way.
    std::map<std::pair<bpmn::EventScope, bpmn::NodeKind>, Handlers> places;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        const bool catches = node.kind == bpmn::NodeKind::StartEvent || node.kind == bpmn::NodeKind::BoundaryEvent;
        if (!catches || !event || event->kind != bpmn::EventKind::Escalation)
            continue;
        const bpmn::GlobalEvent *escalation = definitions.target(*event);
        const QString code = escalation ? escalation->code : QString();
        Handlers &handlers = places[{bpmn::eventScopeOf(definitions, node, *event), node.kind}];
        if (const Conflict conflict = conflictOf(handlers, code); conflict.other) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 and the %2 catch escalations in the same place, and %3."_s.arg(
                               described(*conflict.other), described(node), conflict.why),
                           u"Give each its own escalation code, or keep one of them."_s);
        }
        if (!handlers.first)
            handlers.first = &node;
        if (code.isEmpty() && !handlers.ofAny)
            handlers.ofAny = &node;
        if (!handlers.byCode.contains(code))
            handlers.byCode.insert(code, &node);
    }
}

} // namespace

Rule escalationHandler()
{
    return {u"escalation-handler"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEscalationHandler};
}

} // namespace pipeline::validation::rules
