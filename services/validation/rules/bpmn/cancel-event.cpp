// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkEnd(const bpmn::Definitions &definitions, const bpmn::FlowNode &node, const bpmn::EventDefinition &event,
              Remarks &remarks)
{
    const int around = definitions.scopes[size_t(node.scope)].node;
    if (around >= 0 && definitions.nodes[size_t(around)].kind == bpmn::NodeKind::Transaction)
        return;
    remarks.reject(placeOf(event.at, node.id), u"The %1 cancels, and is not in a transaction."_s.arg(described(node)),
                   u"Make the sub-process around it a transaction, or end with an error instead."_s);
}

void checkCancelEvent(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    QSet<int> hosts;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind != bpmn::EventKind::Cancel)
            continue;
        if (node.kind == bpmn::NodeKind::EndEvent)
            checkEnd(definitions, node, *event, remarks);
        const int host = node.kind == bpmn::NodeKind::BoundaryEvent ? definitions.nodeIn(node.scope, node.attachedTo)
                                                                    : -1;
        if (host < 0)
            continue;
        const bpmn::FlowNode &transaction = definitions.nodes[size_t(host)];
        if (transaction.kind != bpmn::NodeKind::Transaction) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 waits for a cancellation, which the %2 cannot have: it is no transaction."_s.arg(
                               described(node), described(transaction)),
                           u"Attach it to a transaction, or catch an error instead."_s);
        } else if (hosts.contains(host) && !transaction.isMultiInstance()) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 is the second event for the cancellation of the %2."_s.arg(described(node),
                                                                                               described(transaction)),
                           u"Keep one of them."_s);
        }
        hosts.insert(host);
    }
}

} // namespace

Rule cancelEvent()
{
    return {u"cancel-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCancelEvent};
}

} // namespace pipeline::validation::rules
