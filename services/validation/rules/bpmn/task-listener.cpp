// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkImplementation(const xml::Element &listener, const bpmn::FlowNode &node, Remarks &remarks)
{
    for (const auto *name : {"class", "expression", "delegateExpression"}) {
        if (listener.findAttribute(name))
            return;
    }
    const auto scripts = bpmn::extensionChildren(listener, "script");
    if (scripts.empty()) {
        remarks.reject(Place(listener.position, node.id),
                       u"A task listener of the %1 does nothing."_s.arg(described(node)),
                       u"Set class, expression or delegateExpression, or add a script."_s);
    } else if (const QString problem = scriptProblem(*scripts.front()); !problem.isEmpty()) {
        remarks.reject(Place(scripts.front()->position, node.id),
                       u"The script of a task listener of the %1 %2."_s.arg(described(node), problem),
                       u"Name its language, for example scriptFormat=\"javascript\", and the resource or none."_s);
    }
}

void checkTimeout(const xml::Element &listener, const bpmn::FlowNode &node, Remarks &remarks)
{
    if (!listener.findAttribute("id")) {
        remarks.reject(Place(listener.position, node.id),
                       u"A timeout listener of the %1 has no id."_s.arg(described(node)),
                       u"Give it one: its timer is kept under it."_s);
    }
    if (!listener.child(bpmn::model, "timerEventDefinition")) {
        remarks.reject(Place(listener.position, node.id),
                       u"A timeout listener of the %1 has no timer."_s.arg(described(node)),
                       u"Add a timerEventDefinition to the listener."_s);
    }
}

void checkTaskListener(const SourceFile &file, Remarks &remarks)
{
    static const QStringList events{u"create"_s, u"assignment"_s, u"complete"_s,
                                    u"update"_s, u"delete"_s,     u"timeout"_s};
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::UserTask)
            continue;
        for (const xml::Element *listener : bpmn::extensionElements(file.element(node.at), "taskListener")) {
            const xml::Attribute *event = listener->findAttribute("event");
            if (!event) {
                remarks.reject(placeOf(node),
                               u"A task listener of the %1 does not say what it listens to."_s.arg(described(node)),
                               u"Set event to one of %1."_s.arg(events.join(", "_L1)));
            } else if (!events.contains(xml::toQString(event->value))) {
                remarks.reject(placeOf(node),
                               u"A task listener of the %1 listens to %2, which does not happen."_s.arg(
                                   described(node), quoted(event->value)),
                               u"Set event to one of %1."_s.arg(events.join(", "_L1)));
            } else {
                if (event->value == "timeout")
                    checkTimeout(*listener, node, remarks);
                checkImplementation(*listener, node, remarks);
            }
        }
    }
}

} // namespace

Rule taskListener()
{
    return {u"task-listener"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTaskListener};
}

} // namespace pipeline::validation::rules
