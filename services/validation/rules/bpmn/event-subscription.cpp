// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What two events of one scope must not have in common.
struct Subscription {
    bpmn::EventScope scope;
    bool startsProcess = false;
    bpmn::EventKind kind = bpmn::EventKind::Message;
    QString name; ///< of the message or signal, or the condition

    bool operator<(const Subscription &other) const
    {
        return std::tie(scope, startsProcess, kind, name)
            < std::tie(other.scope, other.startsProcess, other.kind, other.name);
    }
};

QString nameOf(const SourceFile &file, const bpmn::EventDefinition &event, bool startsProcess)
{
    if (event.kind == bpmn::EventKind::Message || event.kind == bpmn::EventKind::Signal) {
        const bpmn::GlobalEvent *target = file.definitions().target(event);
        return target ? target->name : QString();
    }
    if (event.kind != bpmn::EventKind::Conditional || !startsProcess)
        return {};
    const xml::Element *condition = file.element(event.at).child(bpmn::model, "condition");
    return condition ? xml::toQString(xml::trimmed(condition->text)) : QString();
}

void checkEventSubscription(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    std::map<Subscription, const bpmn::FlowNode *> taken;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || node.kind == bpmn::NodeKind::IntermediateThrowEvent || node.kind == bpmn::NodeKind::EndEvent)
            continue;
        const bool startsProcess = node.kind == bpmn::NodeKind::StartEvent
            && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process;
        const QString name = nameOf(file, *event, startsProcess);
        if (name.isEmpty())
            continue;
        const auto [other, added] = taken.try_emplace(
            {bpmn::eventScopeOf(definitions, node, *event), startsProcess, event->kind, name}, &node);
        if (added)
            continue;
        const bool atNode = startsProcess && event->kind != bpmn::EventKind::Signal;
        remarks.reject(
            placeOf(atNode ? node.at : event->at, node.id),
            u"The %1 and the %2 wait for the same %3 %4 in the same place."_s.arg(
                described(node), described(*other->second), toString(event->kind), quoted(name)),
            u"Keep one of them, or let them wait for different things: the engine could not tell whom to wake."_s);
    }
}

} // namespace

Rule eventSubscription()
{
    return {u"event-subscription"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEventSubscription};
}

} // namespace pipeline::validation::rules
