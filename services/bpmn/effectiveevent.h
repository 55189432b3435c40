// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bpmn/definitions.h"

namespace pipeline::bpmn {

/// What makes a start event one, which decides what definitions it may have.
enum class StartPlace { Process, EventSubProcess, EmbeddedSubProcess };

StartPlace startPlaceOf(const Definitions &definitions, const FlowNode &startEvent);

/// The definition that the engine takes: it looks for the kinds in a fixed order and ignores whatever else the event
/// has. Null when it finds none, as for every start event of an embedded sub-process.
const EventDefinition *effectiveEvent(const Definitions &definitions, const FlowNode &node);

/// Whether the engine looks for definitions of that kind in such a node at all.
bool looksFor(const Definitions &definitions, const FlowNode &node, EventKind kind);

/// What an event is registered with; two of one name there are one too many.
struct EventScope {
    int node = -1; ///< an activity; -1: the process
    int process = -1;
    bool loop = false; ///< the body of the activity's multi-instance rather than the activity

    auto operator<=>(const EventScope &) const = default;
};

/// Of a catching node that the engine reads; \a event is its effective one.
EventScope eventScopeOf(const Definitions &definitions, const FlowNode &node, const EventDefinition &event);

/// The event-based gateway that the engine comes to an intermediate catch event from; -1 for none.
int gatewayBefore(const Definitions &definitions, const FlowNode &catchEvent);

} // namespace pipeline::bpmn
