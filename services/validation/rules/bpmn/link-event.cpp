// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The ends of the links: any number of events throw one, and a single one within the same process or sub-process
/// catches it.
class Links {
public:
    explicit Links(const bpmn::Definitions &definitions) : m_definitions(definitions)
    {
        for (const bpmn::FlowNode &node : definitions.nodes) {
            if (const bpmn::EventDefinition *link = linkOf(node))
                ++(isCatching(node) ? ends(node, *link).catching : ends(node, *link).throwing);
        }
    }

    void check(const bpmn::FlowNode &node, Remarks &remarks)
    {
        const bpmn::EventDefinition *link = linkOf(node);
        if (!link)
            return;
        const bool isRead = m_definitions.scopes[size_t(node.scope)].read;
        const Ends &all = ends(node, *link);
        const QString name = quoted(link->reference);
        if (link->reference.trimmed().isEmpty()) {
            remarks.remark(placeOf(link->at, node.id), u"The link of the %1 has no name."_s.arg(described(node)),
                           u"Set name to that of its other end."_s);
        } else if (isCatching(node) && all.throwing == 0) {
            remarks.remark(placeOf(node),
                           u"No event throws the link %1, which the %2 catches."_s.arg(name, described(node)),
                           u"Draw the throwing event in the same process or sub-process, or remove this one."_s);
        } else if (!isCatching(node) && all.catching == 0 && (!isRead || node.incoming.empty())) { // else sequence-flow
            remarks.remark(placeOf(node),
                           u"No event catches the link %1, which the %2 throws."_s.arg(name, described(node)),
                           u"Draw the catching event in the same process or sub-process."_s);
        } else if (isCatching(node) && !isRead && all.catching > 1) {
            remarks.remark(placeOf(node),
                           u"Beside the %1 another event catches the link %2."_s.arg(described(node), name),
                           u"Name each target differently."_s);
        }
    }

private:
    struct Ends {
        int throwing = 0;
        int catching = 0;
    };

    static const bpmn::EventDefinition *linkOf(const bpmn::FlowNode &node)
    {
        return node.kind == bpmn::NodeKind::IntermediateThrowEvent || isCatching(node)
            ? node.definition(bpmn::EventKind::Link)
            : nullptr;
    }
    static bool isCatching(const bpmn::FlowNode &node) { return node.kind == bpmn::NodeKind::IntermediateCatchEvent; }
    Ends &ends(const bpmn::FlowNode &node, const bpmn::EventDefinition &link)
    {
        return m_ends[{node.scope, link.reference}];
    }

    const bpmn::Definitions &m_definitions;
    QHash<std::pair<int, QString>, Ends> m_ends; ///< by scope and name
};

/// Source: BpmnParse.parseIntermediateLinkEventCatchBehavior, for all processes of the file together.
void checkLinkTargets(const bpmn::Definitions &definitions, Remarks &remarks)
{
    std::vector<const bpmn::FlowNode *> catching;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (node.kind == bpmn::NodeKind::IntermediateCatchEvent && event && event->kind == bpmn::EventKind::Link)
            catching.push_back(&node);
    }
    std::ranges::sort(catching, {}, &bpmn::FlowNode::order); // it names the one that it reads last
    QHash<QString, const bpmn::FlowNode *> targets;
    for (const bpmn::FlowNode *target : catching) {
        const bpmn::FlowNode &node = *target;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (const auto other = targets.constFind(event->reference); other != targets.constEnd()) {
            remarks.reject(placeOf(node),
                           u"The %1 and the %2 are both targets of the link %3."_s.arg(
                               described(**other), described(node), quoted(event->reference)),
                           u"Name each target differently, in all processes of the file."_s);
            continue;
        }
        targets.insert(event->reference, &node);
        if (node.name != event->reference) {
            remarks.remark(placeOf(node),
                           u"The %1 is named %2 and its link %3."_s.arg(described(node), quoted(node.name),
                                                                        quoted(event->reference)),
                           u"Give both the same name, so that readers find the other end."_s);
        }
    }
}

void checkLinkEvent(const SourceFile &file, Remarks &remarks)
{
    Links links(file.definitions());
    for (const bpmn::FlowNode &node : file.definitions().nodes)
        links.check(node, remarks);
    checkLinkTargets(file.definitions(), remarks);
}

} // namespace

Rule linkEvent()
{
    return {u"link-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkLinkEvent};
}

} // namespace pipeline::validation::rules
