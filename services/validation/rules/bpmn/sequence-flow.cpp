// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../omgids.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The ends of a sequence flow as the engine finds them.
class Ends {
public:
    explicit Ends(const bpmn::Definitions &definitions) : m_definitions(definitions)
    {
        for (const bpmn::FlowNode &node : definitions.nodes) {
            const bpmn::EventDefinition *link = node.definition(bpmn::EventKind::Link);
            if (!link || !definitions.scopes[size_t(node.scope)].read)
                continue;
            if (node.kind == bpmn::NodeKind::IntermediateThrowEvent)
                m_linkSources.insert(node.id, link->reference);
            else if (node.isRead() && bpmn::effectiveEvent(definitions, node) == link)
                addTarget(link->reference, node);
        }
    }

    /// The name of the link that the flow leads into when nothing catches it; null otherwise.
    QString danglingLink(const bpmn::SequenceFlow &flow) const
    {
        const auto link = m_linkSources.constFind(flow.target);
        return link == m_linkSources.constEnd() || m_linkTargets.contains(*link) ? QString() : *link;
    }

    const bpmn::FlowNode *source(const bpmn::SequenceFlow &flow) const { return node(flow.scope, flow.source); }

    /// A link leads on to its other end.
    const bpmn::FlowNode *target(const bpmn::SequenceFlow &flow) const
    {
        const auto link = m_linkSources.constFind(flow.target);
        if (link == m_linkSources.constEnd())
            return node(flow.scope, flow.target);
        const bpmn::FlowNode *landing = m_linkTargets.value(*link);
        return landing ? node(flow.scope, landing->id) : nullptr;
    }

private:
    /// Of several with one name, the engine keeps the one that it reads first.
    void addTarget(const QString &link, const bpmn::FlowNode &event)
    {
        const bpmn::FlowNode *&target = m_linkTargets[link];
        if (!target || event.order < target->order)
            target = &event;
    }

    const bpmn::FlowNode *node(int scope, const QString &id) const
    {
        const int index = m_definitions.nodeIn(scope, id);
        const bpmn::FlowNode *found = index < 0 ? nullptr : &m_definitions.nodes[size_t(index)];
        return found && (found->isRead() || found->forCompensation) ? found : nullptr;
    }

    const bpmn::Definitions &m_definitions;
    QHash<QString, QString> m_linkSources; ///< name by id of the throwing event
    QHash<QString, const bpmn::FlowNode *> m_linkTargets; ///< by name
};

void checkSequenceFlow(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    const Ends ends(definitions);
    // What is nowhere in the file is a broken reference, which another rule tells.
    Ids ids(file.document(), Ids::Of::Anything);
    const auto isHandler = [](const bpmn::FlowNode *node) {
        return node && (node->forCompensation || node->compensationStart >= 0);
    };
    static const QString aside =
        u"It is reached by compensation alone; tie it to its boundary event by an association."_s;
    static const QString beside =
        u"A flow joins two elements of one process or sub-process, of the kinds that the engine runs."_s;
    for (const bpmn::SequenceFlow &flow : readFlows(definitions)) {
        if (const QString link = ends.danglingLink(flow); !link.isNull()) {
            remarks.reject(
                placeOf(flow),
                u"The %1 leads into the link %2, which no event catches."_s.arg(described(flow), quoted(link)),
                u"Add an intermediate catch event with that link name."_s);
            continue;
        }
        const bpmn::FlowNode *source = ends.source(flow);
        const bpmn::FlowNode *target = ends.target(flow);
        if (isHandler(source)) {
            remarks.reject(placeOf(flow.at, source->id),
                           u"The %1 leaves the %2, a compensation handler."_s.arg(described(flow), described(*source)),
                           aside);
        } else if (isHandler(target)) {
            remarks.reject(placeOf(flow.at, target->id),
                           u"The %1 enters the %2, a compensation handler."_s.arg(described(flow), described(*target)),
                           aside);
        } else if (!source || !target) {
            const QString &missing = source ? flow.target : flow.source;
            if (!ids.contains(missing.toStdString()))
                continue;
            remarks.reject(placeOf(flow),
                           u"The %1 has the %2 %3, which the engine does not find there."_s.arg(
                               described(flow), source ? u"target"_s : u"source"_s, quoted(missing)),
                           beside);
        } else if (source->triggeredByEvent) {
            remarks.reject(placeOf(flow), u"The %1 leaves the %2."_s.arg(described(flow), described(*source)),
                           u"Nothing follows an event sub-process; end it with an end event."_s);
        } else if (target->triggeredByEvent && source->kind != bpmn::NodeKind::EventBasedGateway) {
            remarks.reject(placeOf(flow), u"The %1 enters the %2."_s.arg(described(flow), described(*target)),
                           u"An event sub-process is started by its event alone."_s);
        } else if (target->kind == bpmn::NodeKind::BoundaryEvent && source->kind != bpmn::NodeKind::EventBasedGateway) {
            remarks.remark(placeOf(flow),
                           u"The %1 enters the %2, so that the engine fails when it gets there."_s.arg(
                               described(flow), described(*target)),
                           u"A boundary event is reached through its activity alone: lead the flow there, or to what "
                           "follows the event."_s);
        }
    }
}

} // namespace

Rule sequenceFlow()
{
    return {u"sequence-flow"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSequenceFlow};
}

} // namespace pipeline::validation::rules
