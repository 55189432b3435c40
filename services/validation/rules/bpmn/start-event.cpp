// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The start events beyond the one that a scope may have, with what is said of them.
void checkSeveral(const bpmn::Definitions &definitions, const bpmn::Scope &scope, Remarks &remarks)
{
    const bpmn::FlowNode *first = nullptr;
    for (const int index : scope.nodes) {
        const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
        if (node.kind != bpmn::NodeKind::StartEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        // A process may have further ones for messages, signals and conditions.
        if (scope.node < 0 && event && event->kind != bpmn::EventKind::Timer)
            continue;
        if (!first) {
            first = &node;
            continue;
        }
        const QString limit = scope.node < 0 ? u"may have one start event that is plain or a timer"_s
                                             : u"may have one start event"_s;
        remarks.reject(placeOf(scope.at, node.id),
                       u"The %1 %2, and beside %3 there is %4."_s.arg(described(definitions, scope), limit,
                                                                      quoted(first->id), quoted(node.id)),
                       u"Keep one and lead it to both ways, or let the other start by a message or signal."_s);
    }
}

/// What the engine does not ask: transactions, and processes that are drawn only to be read.
void checkUnasked(const bpmn::Definitions &definitions, const bpmn::Scope &scope, Remarks &remarks)
{
    const bpmn::FlowNode *node = scope.node < 0 ? nullptr : &definitions.nodes[size_t(scope.node)];
    int starts = 0;
    int plain = 0;
    for (const int index : scope.nodes) {
        const bpmn::FlowNode &inner = definitions.nodes[size_t(index)];
        starts += inner.kind == bpmn::NodeKind::StartEvent;
        plain += inner.kind == bpmn::NodeKind::StartEvent && inner.definitions.empty();
    }
    const Place place = placeOf(scope.at, node ? node->id : definitions.processes[size_t(scope.process)].id);
    if (scope.read && starts == 0 && node && node->kind == bpmn::NodeKind::Transaction) {
        remarks.remark(place,
                       u"The %1 has no start event, and the engine fails when it gets there."_s.arg(described(*node)),
                       u"Add a start event; the engine begins nowhere else."_s);
    }
    // What is empty is drawn as a box only.
    const bool isDrawn = !scope.read && !scope.nodes.empty()
        && !(node && node->kind == bpmn::NodeKind::AdHocSubProcess);
    if (isDrawn && starts == 0) {
        remarks.remark(place, u"The %1 has no start event."_s.arg(described(definitions, scope)),
                       u"Add one, so that readers see where it begins."_s);
    } else if (isDrawn && plain > 1) {
        remarks.remark(
            place, u"The %1 has %2 plain start events."_s.arg(described(definitions, scope), QString::number(plain)),
            u"Keep one, so that readers see where it begins."_s);
    }
}

void checkStartEvent(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Scope &scope : readScopes(definitions)) {
        const bpmn::FlowNode *node = scope.node < 0 ? nullptr : &definitions.nodes[size_t(scope.node)];
        const bool any = std::ranges::any_of(scope.nodes, [&](int index) {
            return definitions.nodes[size_t(index)].kind == bpmn::NodeKind::StartEvent;
        });
        // The engine asks this of every scope but transactions.
        if (!any && (!node || node->kind == bpmn::NodeKind::SubProcess)) {
            remarks.reject(placeOf(scope.at, node ? node->id : definitions.processes[size_t(scope.process)].id),
                           u"The %1 has no start event."_s.arg(described(definitions, scope)),
                           u"Add a start event; the engine begins nowhere else."_s);
        }
        checkSeveral(definitions, scope, remarks);
    }
    for (const bpmn::Scope &scope : definitions.scopes)
        checkUnasked(definitions, scope, remarks);
}

} // namespace

Rule startEvent()
{
    return {u"start-event"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkStartEvent};
}

} // namespace pipeline::validation::rules
