// SPDX-License-Identifier: Apache-2.0
#include "readingorder.h"

namespace pipeline::bpmn {

namespace {

/// Follows BpmnParse.parseScope() of the engine.
class ReadingOrder {
public:
    explicit ReadingOrder(Definitions &definitions) : m_definitions(definitions) {}

    void readScope(int index)
    {
        Scope &scope = m_definitions.scopes[size_t(index)];
        scope.read = true;
        const auto each = [&](auto wanted) {
            for (const int node : scope.nodes) {
                if (wanted(m_definitions.nodes[size_t(node)]))
                    read(node);
            }
        };
        const auto ofKind = [&](NodeKind kind) { each([=](const FlowNode &node) { return node.kind == kind; }); };
        ofKind(NodeKind::StartEvent);
        each([](const FlowNode &node) { return isActivity(node) && !node.forCompensation; });
        ofKind(NodeKind::IntermediateCatchEvent);
        ofKind(NodeKind::EndEvent);
        ofKind(NodeKind::BoundaryEvent);
        readTiedHandlers(scope);
        each([](const FlowNode &node) { return isActivity(node) && node.forCompensation; });
    }

private:
    /// What is read between the start events and the catch events.
    static bool isActivity(const FlowNode &node)
    {
        switch (node.kind) {
        case NodeKind::StartEvent:
        case NodeKind::IntermediateCatchEvent:
        case NodeKind::EndEvent:
        case NodeKind::BoundaryEvent:
        case NodeKind::AdHocSubProcess:
        case NodeKind::ComplexGateway:
        case NodeKind::Other:
            return false;
        case NodeKind::IntermediateThrowEvent:
            return !node.definition(EventKind::Link); // its flows lead to the catching one instead
        default:
            return true;
        }
    }

    void read(int index)
    {
        FlowNode &node = m_definitions.nodes[size_t(index)];
        if (node.isRead())
            return;
        node.order = m_next++;
        if (node.isSubProcess())
            readScope(node.inner);
        if (node.kind != NodeKind::EventBasedGateway)
            return;
        for (const int flow : node.outgoing) {
            const int target = m_definitions.flows[size_t(flow)].to;
            if (target >= 0 && m_definitions.nodes[size_t(target)].kind == NodeKind::IntermediateCatchEvent)
                read(target);
        }
    }

    /// Compensation handlers that an association ties to a boundary event come before the others.
    void readTiedHandlers(const Scope &scope)
    {
        for (const int index : scope.associations) {
            const Association &association = m_definitions.associations[size_t(index)];
            const int source = m_definitions.nodeWithin(association.scope, association.source);
            const int target = m_definitions.nodeIn(association.scope, association.target);
            if (source < 0 || target < 0)
                continue;
            const FlowNode &event = m_definitions.nodes[size_t(source)];
            const FlowNode &handler = m_definitions.nodes[size_t(target)];
            if (event.kind == NodeKind::BoundaryEvent && event.definition(EventKind::Compensation)
                && handler.forCompensation && isActivity(handler))
                read(target);
        }
    }

    Definitions &m_definitions;
    int m_next = 0;
};

} // namespace

void setReadingOrder(Definitions &definitions)
{
    ReadingOrder order(definitions);
    for (const Process &process : definitions.processes) {
        if (process.executable)
            order.readScope(process.scope);
    }
}

} // namespace pipeline::bpmn
