// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What is around the listener's extensionElements; null for a listener elsewhere.
const xml::Element *holderOf(const xml::Element &listener)
{
    const xml::Element *extensions = listener.parent;
    return extensions && extensions->is(bpmn::model, "extensionElements") ? extensions->parent : nullptr;
}

/// Source: the engine's parser looks for execution listeners on processes, sequence flows and whatever it makes an
/// activity of, for task listeners on user tasks.
class Listeners {
public:
    Listeners(const SourceFile &file, Remarks &remarks) : m_file(file), m_remarks(remarks)
    {
        for (const bpmn::Process &process : file.definitions().processes)
            m_listening.insert(process.at.element);
        for (const bpmn::FlowNode &node : file.definitions().nodes) {
            if (node.isRead() || !isReadAround(node.scope))
                m_listening.insert(node.at.element);
        }
        for (const bpmn::SequenceFlow &flow : file.definitions().flows)
            m_listening.insert(flow.at.element);
    }

    void checkTaskListener(const xml::Element &listener)
    {
        const xml::Element *holder = holderOf(listener);
        if (holder && !holder->is(bpmn::model, "userTask"))
            remark(listener, u"A task listener"_s, *holder, u"Use an execution listener, or a user task."_s);
    }

    void checkExecutionListener(const xml::Element &listener)
    {
        const xml::Element *holder = holderOf(listener);
        if (!holder)
            return;
        if (!m_listening.contains(holder->index)) {
            remark(listener, u"An execution listener"_s, *holder,
                   u"Put it on a process, an event, an activity, a gateway or a sequence flow."_s);
        } else if (const std::string_view event = listener.attribute("event");
                   holder->name == "sequenceFlow" && !event.empty() && event != "take") {
            m_remarks.remark(Place(listener),
                             u"A listener on a sequence flow waits for %1, and is called when the flow is taken."_s.arg(
                                 quoted(event)),
                             u"Write event=\"take\", or move it to the element before or behind the flow."_s);
        }
    }

private:
    /// What the engine does not read has no listeners at all, and is told by other rules.
    bool isReadAround(int scope) const { return m_file.definitions().scopes[size_t(scope)].read; }

    void remark(const xml::Element &listener, const QString &what, const xml::Element &holder, const QString &hint)
    {
        m_remarks.remark(Place(listener),
                         u"%1 stands in `%2`, where the engine does not look for it: it is never called."_s.arg(
                             what, xml::toQString(holder.name)),
                         hint);
    }

    const SourceFile &m_file;
    Remarks &m_remarks;
    std::unordered_set<int> m_listening; ///< numbers of elements
};

void checkListenerWithoutEffect(const SourceFile &file, Remarks &remarks)
{
    Listeners listeners(file, remarks);
    for (const auto nameSpace : {bpmn::camunda, bpmn::activiti}) {
        for (const xml::Element *listener : file.document().elements(nameSpace, "taskListener"))
            listeners.checkTaskListener(*listener);
        for (const xml::Element *listener : file.document().elements(nameSpace, "executionListener"))
            listeners.checkExecutionListener(*listener);
    }
}

} // namespace

Rule listenerWithoutEffect()
{
    return {u"listener-without-effect"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkListenerWithoutEffect};
}

} // namespace pipeline::validation::rules
