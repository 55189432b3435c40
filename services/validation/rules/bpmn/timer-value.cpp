// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../timertext.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"
#include "expression/juel.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkValue(const xml::Element &element, time::TimerKind kind, const QString &text, Remarks &remarks)
{
    const expression::Juel juel = expression::readJuel(text);
    if (!juel.constant)
        return;
    if (const auto problem = time::timerProblem(kind, *juel.constant, QDateTime::currentDateTime())) {
        remarks.remark(Place(element),
                       u"The engine takes the file, and fails when it gets there: in `%1`, %2."_s.arg(
                           xml::toQString(element.name), problem->message),
                       problem->hint);
    }
}

void checkTimerText(const xml::Element &definition, Remarks &remarks)
{
    if (const TimerText timer = timerTextOf(definition); timer.element)
        checkValue(*timer.element, timer.kind, timer.text, remarks);
}

void checkUserTask(const xml::Element &task, Remarks &remarks)
{
    for (const auto name : {"dueDate", "followUpDate"}) {
        if (const xml::Attribute *date = bpmn::extension(task, name))
            checkValue(task, time::TimerKind::Date, xml::toQString(date->value), remarks);
    }
    for (const xml::Element *listener : bpmn::extensionElements(task, "taskListener")) {
        if (const xml::Element *definition = listener->child(bpmn::model, "timerEventDefinition"))
            checkTimerText(*definition, remarks);
    }
}

void checkTimerValue(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.isRead())
            continue;
        if (node.kind == bpmn::NodeKind::UserTask)
            checkUserTask(file.element(node.at), remarks);
        if (node.kind == bpmn::NodeKind::StartEvent
            && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process)
            continue; // timer-start
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (event && event->kind == bpmn::EventKind::Timer)
            checkTimerText(file.element(event->at), remarks);
    }
}

} // namespace

Rule timerValue()
{
    return {u"timer-value"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTimerValue};
}

} // namespace pipeline::validation::rules
