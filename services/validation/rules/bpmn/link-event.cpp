// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkLinkEvent(const SourceFile &file, Remarks &remarks)
{
    QHash<QString, const bpmn::FlowNode *> targets;
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
        if (node.kind != bpmn::NodeKind::IntermediateCatchEvent || !event || event->kind != bpmn::EventKind::Link)
            continue;
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

} // namespace

Rule linkEvent()
{
    return {u"link-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkLinkEvent};
}

} // namespace pipeline::validation::rules
