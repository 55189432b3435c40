// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"

#include <ranges>

namespace pipeline::validation {

/// The nodes that the engine makes activities of, in document order.
inline auto readNodes(const bpmn::Definitions &definitions)
{
    return definitions.nodes | std::views::filter(&bpmn::FlowNode::isRead);
}

/// The sequence flows that the engine reads, in document order.
inline auto readFlows(const bpmn::Definitions &definitions)
{
    return definitions.flows | std::views::filter([&definitions](const bpmn::SequenceFlow &flow) {
               return definitions.scopes[size_t(flow.scope)].read;
           });
}

/// The processes and sub-processes that the engine reads.
inline auto readScopes(const bpmn::Definitions &definitions)
{
    return definitions.scopes | std::views::filter(&bpmn::Scope::read);
}

/// What stands directly in an ad-hoc sub-process needs no sequence flows.
inline bool isInAdHoc(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    const int around = definitions.scopes[size_t(node.scope)].node;
    return around >= 0 && definitions.nodes[size_t(around)].kind == bpmn::NodeKind::AdHocSubProcess;
}

/// Whether it is meant to have sequence flows and has none. A boundary event is connected by its host.
inline bool isUnconnected(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    return node.incoming.empty() && node.outgoing.empty() && !node.isApart() && !isInAdHoc(definitions, node)
        && node.kind != bpmn::NodeKind::BoundaryEvent && node.kind != bpmn::NodeKind::Other;
}

/// For messages: "user task `Task_Parecer`".
QString described(const bpmn::FlowNode &node);
/// "process `credito`" or the sub-process.
QString described(const bpmn::Definitions &definitions, const bpmn::Scope &scope);
/// "sequence flow `Flow_1`"
QString described(const bpmn::SequenceFlow &flow);

/// Where a finding points. The engine names a part of a node, such as its event definition, by the node's id.
inline Place placeOf(const bpmn::Location &at, const QString &id)
{
    return Place(xml::Position{at.line, at.column}, id);
}
inline Place placeOf(const bpmn::FlowNode &node)
{
    return placeOf(node.at, node.id);
}
inline Place placeOf(const bpmn::SequenceFlow &flow)
{
    return placeOf(flow.at, flow.id);
}

/// What the engine calls the node where it is about a multi-instance as a whole, also in its history: with a suffix.
inline QString activityId(const bpmn::FlowNode &node)
{
    return node.isMultiInstance() ? node.id + QStringLiteral("#multiInstanceBody") : node.id;
}

/// The event that starts a process when nothing else does, which alone may have a form; null when there is none.
const bpmn::FlowNode *initialEvent(const bpmn::Definitions &definitions, const bpmn::Process &process);

/// An element of a node that says how the engine carries it out: a service task, or the message that an event throws.
struct ServiceLike {
    const bpmn::FlowNode *node = nullptr;
    const xml::Element *element = nullptr; ///< with camunda:class and the like

    enum class Way { None, Mail, Shell, External, UnknownType, Class, DelegateExpression, Expression, Connector };
    Way way = Way::None; ///< that the engine takes
};

/// Whether a message that an event throws says how, usably or not.
bool hasImplementation(const xml::Element &messageDefinition);

/// Those that the engine reads. Tasks are among them whatever they have; events only with something to carry out.
std::vector<ServiceLike> serviceLikes(const SourceFile &file);

/// Whether a script's `resource` is there and blank, which the engine does not take for absent.
bool isBlank(const xml::Attribute *resource);

/// What a camunda:script lacks; empty when it has all.
QString scriptProblem(const xml::Element &script);

/// Where the engine looks for a connector: the tasks that may have one, and the message that an event throws.
std::vector<const xml::Element *> connectorHolders(const SourceFile &file, const bpmn::FlowNode &node);

/// Where the engine looks for how often a failed job is tried again: what it does asynchronously, or by a timer.
std::vector<const xml::Element *> retryHolders(const SourceFile &file, const bpmn::FlowNode &node);
/// What says it there; more than one is one too many.
std::vector<const xml::Element *> retryCycles(const xml::Element &holder);

} // namespace pipeline::validation
