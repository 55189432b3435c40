// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkEmbedded(const bpmn::Definitions &definitions, const bpmn::FlowNode &start, Remarks &remarks)
{
    for (const bpmn::EventDefinition &event : start.definitions) {
        if (!bpmn::looksFor(definitions, start, event.kind))
            continue;
        remarks.reject(placeOf(event.at, start.id),
                       u"The %1 cannot wait for a %2: its sub-process is entered by a sequence flow."_s.arg(
                           described(start), toString(event.kind)),
                       u"Make it a plain start event, or the sub-process an event sub-process."_s);
    }
}

void checkEventSubProcess(const bpmn::Definitions &definitions, const bpmn::FlowNode &start, Remarks &remarks)
{
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, start);
    if (!event) {
        remarks.reject(placeOf(start), u"The %1 of an event sub-process waits for nothing."_s.arg(described(start)),
                       u"Let it wait for an error, message, timer, signal, compensation, escalation or condition."_s);
    } else if (event->kind == bpmn::EventKind::Error && !start.interrupting) {
        remarks.reject(placeOf(start), u"The %1 waits for an error and does not interrupt."_s.arg(described(start)),
                       u"Set isInterrupting=\"true\": an error always ends what it happens in."_s);
    }
}

/// The same of a process that is drawn only to be read.
void checkDrawn(const bpmn::Definitions &definitions, const bpmn::FlowNode &start, Remarks &remarks)
{
    const bpmn::StartPlace place = bpmn::startPlaceOf(definitions, start);
    if (place == bpmn::StartPlace::EmbeddedSubProcess && !start.definitions.empty() && !isInAdHoc(definitions, start)) {
        remarks.remark(placeOf(start),
                       u"The %1 waits for something, although its sub-process is entered by a sequence flow."_s.arg(
                           described(start)),
                       u"Make it a plain start event, or the sub-process an event sub-process."_s);
    } else if (place == bpmn::StartPlace::EventSubProcess && start.definitions.empty()) {
        remarks.remark(placeOf(start), u"The %1 of an event sub-process waits for nothing."_s.arg(described(start)),
                       u"Let it wait for an error, message, timer, signal, compensation, escalation or condition."_s);
    }
}

void checkSubProcessStart(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (node.kind != bpmn::NodeKind::StartEvent)
            continue;
        if (!node.isRead()) {
            checkDrawn(file.definitions(), node, remarks);
            continue;
        }
        switch (bpmn::startPlaceOf(file.definitions(), node)) {
        case bpmn::StartPlace::Process:
            break;
        case bpmn::StartPlace::EmbeddedSubProcess:
            checkEmbedded(file.definitions(), node, remarks);
            break;
        case bpmn::StartPlace::EventSubProcess:
            checkEventSubProcess(file.definitions(), node, remarks);
            break;
        }
    }
}

} // namespace

Rule subProcessStart()
{
    return {u"sub-process-start"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSubProcessStart};
}

} // namespace pipeline::validation::rules
