// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "expression/juel.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What starts a process is registered when the file is deployed, under the value of the name.
void checkStartEvents(const bpmn::Definitions &definitions, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind != bpmn::EventKind::Signal || node.kind != bpmn::NodeKind::StartEvent
            || bpmn::startPlaceOf(definitions, node) != bpmn::StartPlace::Process)
            continue;
        const bpmn::GlobalEvent *signal = definitions.target(*event);
        const QStringList variables = signal ? expression::readJuel(signal->name).variables : QStringList();
        if (!variables.isEmpty()) {
            remarks.reject(
                placeOf(event->at, node.id),
                u"The %1 starts the process by a signal whose name uses `%2`, and there are no variables yet."_s.arg(
                    described(node), variables.first()),
                u"Give the signal a fixed name. A bean of the engine's application can be used there, and is not known here."_s);
        }
    }
}

void checkSignalName(const SourceFile &file, Remarks &remarks)
{
    checkStartEvents(file.definitions(), remarks);
    QHash<QString, QString> idsByName;
    for (const bpmn::GlobalEvent &signal : file.definitions().globals) {
        if (signal.kind != bpmn::EventKind::Signal)
            continue;
        if (signal.name.isNull()) {
            if (!signal.id.isNull()) {
                remarks.reject(placeOf(signal.at, signal.id), u"The signal %1 has no name."_s.arg(quoted(signal.id)),
                               u"Name it: events throw and catch signals by their names."_s);
            }
            continue;
        }
        if (const auto other = idsByName.constFind(signal.name); other != idsByName.constEnd()) {
            remarks.reject(placeOf(signal.at, signal.id),
                           u"The signals %1 and %2 have the same name, %3."_s.arg(quoted(*other), quoted(signal.id),
                                                                                  quoted(signal.name)),
                           u"Keep one of them and let all events refer to that, or name them differently."_s);
        }
        if (!signal.id.isNull())
            idsByName.insert(signal.name, signal.id);
    }
}

} // namespace

Rule signalName()
{
    return {u"signal-name"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSignalName};
}

} // namespace pipeline::validation::rules
