// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNode(const bpmn::Definitions &definitions, const bpmn::FlowNode &node, bool loopBefore, Remarks &remarks)
{
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
    QString why;
    if (node.kind == bpmn::NodeKind::StartEvent)
        why = u"The engine finds a start event by its id."_s;
    else if (node.kind == bpmn::NodeKind::EventBasedGateway && !definitions.scopes[size_t(node.scope)].flows.empty())
        why = u"The engine looks for its sequence flows by its id."_s;
    else if (node.kind == bpmn::NodeKind::BoundaryEvent && event
             && (event->kind == bpmn::EventKind::Message || event->kind == bpmn::EventKind::Signal))
        why = u"The engine subscribes to its %1 under its id."_s.arg(toString(event->kind));
    else if (loopBefore)
        why = u"It is not the only multi-instance activity without one, and the engine makes their ids equal."_s;
    const bool atEvent = node.kind == bpmn::NodeKind::BoundaryEvent && event;
    if (!why.isEmpty()) {
        remarks.reject(placeOf(atEvent ? event->at : node.at, {}), u"The %1 needs one. %2"_s.arg(described(node), why),
                       u"Give it an id."_s);
    }
}

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
    QSet<int> processesWithLoop;
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        if (!node.id.isNull())
            continue;
        const int process = definitions.scopes[size_t(node.scope)].process;
        checkNode(definitions, node, node.isMultiInstance() && processesWithLoop.contains(process), remarks);
        if (node.isMultiInstance())
            processesWithLoop.insert(process);
    }
}

} // namespace

Rule missingId()
{
    return {u"missing-id"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMissingId};
}

} // namespace pipeline::validation::rules
