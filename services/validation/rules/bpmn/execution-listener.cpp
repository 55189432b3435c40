// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkEmptyValue(const xml::Element &listener, const char *name, const QString &id, Remarks &remarks)
{
    if (listener.attribute(name).empty())
        remarks.reject(Place(listener.position, id),
                       u"An execution listener has an empty %1."_s.arg(QLatin1StringView(name)),
                       u"Say what it calls."_s);
}

void checkWhatItDoes(const xml::Element &listener, const QString &id, Remarks &remarks)
{
    if (listener.findAttribute("class"))
        return checkEmptyValue(listener, "class", id, remarks);
    if (listener.findAttribute("expression"))
        return;
    if (listener.findAttribute("delegateExpression"))
        return checkEmptyValue(listener, "delegateExpression", id, remarks);
    const auto scripts = bpmn::extensionChildren(listener, "script");
    if (scripts.empty()) {
        remarks.reject(Place(listener.position, id), u"An execution listener does nothing."_s,
                       u"Set class, expression or delegateExpression, or add a script."_s);
    } else if (const QString problem = scriptProblem(*scripts.front()); !problem.isEmpty()) {
        remarks.reject(Place(scripts.front()->position, id), u"The script of an execution listener %1."_s.arg(problem),
                       u"Name its language, for example scriptFormat=\"javascript\", and the resource or none."_s);
    }
}

void checkListenersOn(const xml::Element &element, const QString &id, bool onFlow, Remarks &remarks)
{
    for (const xml::Element *listener : bpmn::extensionElements(element, "executionListener")) {
        const std::string_view event = listener->attribute("event");
        // On a sequence flow there is only one thing to listen to.
        if (!onFlow && event != "start" && event != "end") {
            remarks.reject(Place(listener->position, id),
                           xml::trimmed(event).empty()
                               ? u"An execution listener does not say what it listens to."_s
                               : u"An execution listener listens to %1, which does not happen."_s.arg(quoted(event)),
                           u"Set event to start or end."_s);
            continue;
        }
        checkWhatItDoes(*listener, id, remarks);
    }
}

void checkExecutionListener(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::Process &process : file.definitions().processes) {
        if (process.executable)
            checkListenersOn(file.element(process.at), process.id, false, remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions()))
        checkListenersOn(file.element(node.at), node.id, false, remarks);
    for (const bpmn::SequenceFlow &flow : readFlows(file.definitions()))
        checkListenersOn(file.element(flow.at), flow.id, true, remarks);
}

} // namespace

Rule executionListener()
{
    return {u"execution-listener"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkExecutionListener};
}

} // namespace pipeline::validation::rules
