// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether the engine would evaluate the name; a backslash before it keeps an expression from being one.
bool hasExpression(const QString &name)
{
    static const QRegularExpression opening(u"(?<!\\\\)[$#]\\{"_s);
    return name.contains(opening);
}

void checkMessageName(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        const bpmn::GlobalEvent *message = event && event->kind == bpmn::EventKind::Message ? definitions.target(*event)
                                                                                            : nullptr;
        if (!message || node.kind == bpmn::NodeKind::IntermediateThrowEvent || node.kind == bpmn::NodeKind::EndEvent)
            continue;
        const bool startsProcess = node.kind == bpmn::NodeKind::StartEvent
            && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process;
        if (message->name.trimmed().isEmpty()) {
            remarks.reject(
                placeOf(startsProcess ? node.at : event->at, node.id),
                u"The %1 waits for the message %2, which has no name."_s.arg(described(node), quoted(message->id)),
                u"Name the message: whoever sends it says that name, not its id."_s);
        } else if (startsProcess && hasExpression(message->name)) {
            remarks.reject(placeOf(event->at, node.id),
                           u"The %1 starts the process by a message whose name is an expression, %2."_s.arg(
                               described(node), quoted(message->name)),
                           u"Give the message a fixed name: there are no variables before the process has started."_s);
        }
    }
}

} // namespace

Rule messageName()
{
    return {u"message-name"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMessageName};
}

} // namespace pipeline::validation::rules
