// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../omgids.h"
#include "../../sourceedits.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Of a boundary or intermediate catch event; null for other nodes.
const bpmn::EventDefinition *waitsFor(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    return node.kind == bpmn::NodeKind::BoundaryEvent || node.kind == bpmn::NodeKind::IntermediateCatchEvent
        ? bpmn::effectiveEvent(definitions, node)
        : nullptr;
}

/// Why nodes need an id, which the engine forgives most of them.
class Needs {
public:
    explicit Needs(const bpmn::Definitions &definitions) : m_definitions(definitions)
    {
        for (const bpmn::FlowNode &node : readNodes(definitions)) {
            int &last = m_lastOrder[processOf(node)];
            last = std::max(last, node.order);
        }
    }

    /// Empty when the node needs none. To be asked of each node without id, in the order of the file.
    QString of(const bpmn::FlowNode &node)
    {
        if (node.kind == bpmn::NodeKind::StartEvent)
            return u"The engine finds a start event by its id."_s;
        if (node.kind == bpmn::NodeKind::EventBasedGateway && !m_definitions.scopes[size_t(node.scope)].flows.empty())
            return u"The engine looks for its sequence flows by its id."_s;
        if (node.isMultiInstance() && !m_loops.insert(processOf(node)).second)
            return u"It is not the only multi-instance activity without one, and the engine makes their ids equal."_s;
        if (isComparedWithOthers(node))
            return u"It is asynchronous, and the engine compares its id with that of whatever follows."_s;
        return ofEvent(node);
    }

private:
    int processOf(const bpmn::FlowNode &node) const { return m_definitions.scopes[size_t(node.scope)].process; }

    /// A multi-instance activity as a whole has an id in any case, each of its turns has not.
    bool isComparedWithOthers(const bpmn::FlowNode &node) const
    {
        const bool before = node.isMultiInstance() ? node.turnsAsyncBefore : node.asyncBefore;
        const bool after = node.isMultiInstance() ? node.turnsAsyncAfter : node.asyncAfter;
        return (before && after) || ((before || after) && node.order < m_lastOrder.value(processOf(node)));
    }

    QString ofEvent(const bpmn::FlowNode &node)
    {
        const bpmn::EventDefinition *event = waitsFor(m_definitions, node);
        if (!event)
            return {};
        if (event->kind == bpmn::EventKind::Timer)
            return u"The engine keeps its timer under its id."_s;
        if (node.kind != bpmn::NodeKind::BoundaryEvent)
            return {};
        if (event->kind == bpmn::EventKind::Message || event->kind == bpmn::EventKind::Signal)
            return u"The engine subscribes to its %1 under its id."_s.arg(toString(event->kind));
        if (event->kind == bpmn::EventKind::Conditional
            && !m_conditions.insert(bpmn::eventScopeOf(m_definitions, node, *event)).second)
            return u"It is the second for a condition there, and the engine keeps them by their ids."_s;
        return {};
    }

    const bpmn::Definitions &m_definitions;
    QHash<int, int> m_lastOrder; ///< of the nodes of each process
    std::set<int> m_loops; ///< processes with a multi-instance activity without id
    std::set<bpmn::EventScope> m_conditions; ///< with a conditional boundary event without id
};

/// Makes ids that no element has. What has none is referred to by nothing, so that any will do.
class NewIds {
public:
    explicit NewIds(const SourceFile &file) : m_file(file), m_taken(file.document(), Ids::Of::Anything) {}

    Fix giveTo(const bpmn::FlowNode &node)
    {
        const xml::Element &element = m_file.element(node.at);
        QString id;
        do {
            id = xml::toQString(element.name) + u'_' + QString::number(++m_count);
        } while (m_taken.contains(id.toStdString()));
        return SourceEdits(m_file).addAttribute(element, u"id"_s, id);
    }

private:
    const SourceFile &m_file;
    Ids m_taken;
    int m_count = 0;
};

void checkMissingId(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Process &process : definitions.processes) {
        if (process.executable && process.id.isNull()) {
            remarks.reject(placeOf(process.at, {}),
                           u"The process %1 has no id, which the engine needs as its key."_s.arg(quoted(process.name)),
                           u"Give it an id."_s);
        }
    }
    Needs needs(definitions);
    NewIds ids(file);
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const QString why = node.id.isNull() ? needs.of(node) : QString();
        if (why.isEmpty())
            continue;
        // The engine points to what the event waits for.
        const bpmn::EventDefinition *event = waitsFor(definitions, node);
        remarks.reject(placeOf(event ? event->at : node.at, {}), u"The %1 needs one. %2"_s.arg(described(node), why),
                       u"Give it an id."_s, ids.giveTo(node));
    }
}

} // namespace

Rule missingId()
{
    return {u"missing-id"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMissingId};
}

} // namespace pipeline::validation::rules
