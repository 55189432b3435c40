// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../timertext.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/namespaces.h"
#include "expression/juel.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkStartTimer(const xml::Element &event, const TimerText &timer, Remarks &remarks)
{
    const expression::Juel juel = expression::readJuel(timer.text);
    if (juel.problem)
        return;
    if (!juel.variables.isEmpty()) {
        remarks.reject(
            Place(*timer.element),
            u"The start timer \"%1\" uses `%2`, but it is computed at deployment, when there are no variables."_s.arg(
                timer.text, juel.variables.first()),
            u"Write the date, cycle or duration itself. A bean of the engine's application can be used there, and is not known here."_s);
    } else if (juel.constant) {
        if (const auto problem = time::timerProblem(timer.kind, *juel.constant, QDateTime::currentDateTime())) {
            remarks.reject(Place(*timer.element),
                           u"The engine cannot compute when the start timer is due: %1."_s.arg(problem->message),
                           problem->hint);
        }
    }
    const xml::Attribute *priority = bpmn::extension(event, "jobPriority");
    if (priority && expression::readJuel(xml::toQString(priority->value)).dynamic) {
        remarks.reject(
            Place(event),
            u"The job priority of a start timer cannot be an expression, for it is computed at deployment."_s,
            u"Write a number, or set the priority at the process."_s);
    }
}

void checkTimerStart(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.isRead() || node.kind != bpmn::NodeKind::StartEvent
            || bpmn::startPlaceOf(definitions, node) != bpmn::StartPlace::Process)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind != bpmn::EventKind::Timer)
            continue;
        if (const TimerText timer = timerTextOf(file.element(event->at)); timer.element)
            checkStartTimer(file.element(node.at), timer, remarks);
    }
}

} // namespace

Rule timerStart()
{
    return {u"timer-start"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTimerStart};
}

} // namespace pipeline::validation::rules
