// SPDX-License-Identifier: Apache-2.0
#include "effectiveevent.h"

#include <algorithm>
#include <span>

namespace pipeline::bpmn {

namespace {

using enum EventKind;

constexpr EventKind ofProcessStart[]{Timer, Message, Signal, Conditional};
constexpr EventKind ofEventSubProcessStart[]{Error, Message, Signal, Timer, Compensation, Escalation, Conditional};
constexpr EventKind ofCatch[]{Timer, Signal, Message, Link, Conditional};
constexpr EventKind ofThrow[]{Signal, Compensation, Link, Message, Escalation};
constexpr EventKind ofEnd[]{Error, Cancel, Terminate, Message, Signal, Compensation, Escalation};
constexpr EventKind ofBoundary[]{Timer, Error, Signal, Cancel, Compensation, Message, Escalation, Conditional};
constexpr EventKind ofReceiveTask[]{Message};

/// In the order in which the engine looks.
std::span<const EventKind> kindsOf(const Definitions &definitions, const FlowNode &node)
{
    switch (node.kind) {
    case NodeKind::StartEvent:
        if (startPlaceOf(definitions, node) == StartPlace::Process)
            return ofProcessStart;
        return ofEventSubProcessStart;
    case NodeKind::IntermediateCatchEvent:
        return ofCatch;
    case NodeKind::IntermediateThrowEvent:
        return ofThrow;
    case NodeKind::EndEvent:
        return ofEnd;
    case NodeKind::BoundaryEvent:
        return ofBoundary;
    case NodeKind::ReceiveTask:
        return ofReceiveTask;
    default:
        return {};
    }
}

} // namespace

StartPlace startPlaceOf(const Definitions &definitions, const FlowNode &startEvent)
{
    const int around = definitions.scopes[size_t(startEvent.scope)].node;
    if (around < 0)
        return StartPlace::Process;
    return definitions.nodes[size_t(around)].triggeredByEvent ? StartPlace::EventSubProcess
                                                              : StartPlace::EmbeddedSubProcess;
}

const EventDefinition *effectiveEvent(const Definitions &definitions, const FlowNode &node)
{
    if (node.kind == NodeKind::StartEvent && startPlaceOf(definitions, node) == StartPlace::EmbeddedSubProcess)
        return nullptr;
    for (const EventKind kind : kindsOf(definitions, node)) {
        if (const EventDefinition *found = node.definition(kind))
            return found;
    }
    return nullptr;
}

bool looksFor(const Definitions &definitions, const FlowNode &node, EventKind kind)
{
    const auto kinds = kindsOf(definitions, node);
    return std::ranges::find(kinds, kind) != kinds.end();
}

EventScope eventScopeOf(const Definitions &definitions, const FlowNode &node, const EventDefinition &event)
{
    const Scope &scope = definitions.scopes[size_t(node.scope)];
    const int self = int(&node - definitions.nodes.data());
    switch (node.kind) {
    case NodeKind::StartEvent:
        if (scope.node < 0)
            return {-1, scope.process};
        return {definitions.scopes[size_t(scope.parent)].node, scope.process};
    case NodeKind::BoundaryEvent: {
        const int host = definitions.nodeIn(node.scope, node.attachedTo);
        const bool loop = host >= 0 && definitions.nodes[size_t(host)].isMultiInstance()
            && event.kind != EventKind::Compensation;
        return {host, scope.process, loop};
    }
    case NodeKind::IntermediateCatchEvent:
        if (const int gateway = gatewayBefore(definitions, node); gateway >= 0)
            return {gateway, scope.process};
        return {self, scope.process};
    default:
        return {self, scope.process};
    }
}

int gatewayBefore(const Definitions &definitions, const FlowNode &catchEvent)
{
    int first = -1;
    for (const int flow : catchEvent.incoming) {
        const int from = definitions.flows[size_t(flow)].from;
        if (from < 0 || definitions.nodes[size_t(from)].kind != NodeKind::EventBasedGateway)
            continue;
        if (first < 0 || definitions.nodes[size_t(from)].order < definitions.nodes[size_t(first)].order)
            first = from;
    }
    return first;
}

} // namespace pipeline::bpmn
