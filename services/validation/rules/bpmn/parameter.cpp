// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

class Parameters {
public:
    Parameters(const bpmn::FlowNode &node, Remarks &remarks) : m_node(node), m_remarks(remarks) {}

    void check(const xml::Element &parameter)
    {
        if (parameter.attribute("name").empty())
            reject(parameter, u"has an `%1` without name."_s.arg(xml::toQString(parameter.name)),
                   u"Name the variable that it sets."_s);
        checkSingle(parameter);
    }

private:
    void reject(const xml::Element &element, const QString &what, const QString &hint)
    {
        m_remarks.reject(Place(element.position, m_node.id), u"The %1 %2"_s.arg(described(m_node), what), hint);
    }

    /// Of a parameter or an entry, which hold text or one element.
    void checkSingle(const xml::Element &holder)
    {
        if (holder.firstChild && holder.firstChild->nextSibling)
            reject(holder, u"has an `%1` with several elements."_s.arg(xml::toQString(holder.name)),
                   u"Keep one: a list, a map or a script."_s);
        else
            checkValue(holder.firstChild ? *holder.firstChild : holder);
    }

    void checkValue(const xml::Element &value)
    {
        if (value.name == "list") {
            for (const xml::Element &item : value.children())
                checkValue(item);
        } else if (value.name == "map") {
            for (const xml::Element &entry : value.children()) {
                if (entry.name != "entry")
                    continue;
                if (entry.attribute("key").empty())
                    reject(entry, u"has a map with an entry without key."_s, u"Set its key."_s);
                checkSingle(entry);
            }
        } else if (value.name == "script") {
            if (const QString problem = scriptProblem(value); !problem.isEmpty()) {
                reject(value, u"has a parameter whose script %1."_s.arg(problem),
                       u"Name its language, for example scriptFormat=\"javascript\", and the resource or none."_s);
            }
        }
    }

    const bpmn::FlowNode &m_node;
    Remarks &m_remarks;
};

void checkMapping(const xml::Element &mapping, const bpmn::FlowNode &node, Remarks &remarks)
{
    for (const auto *name : {"inputParameter", "outputParameter"}) {
        for (const xml::Element *parameter : bpmn::extensionChildren(mapping, name))
            Parameters(node, remarks).check(*parameter);
    }
}

void checkParameter(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        for (const xml::Element *holder : connectorHolders(file, node)) {
            for (const xml::Element *connector : bpmn::extensionElements(*holder, "connector")) {
                for (const xml::Element *mapping : bpmn::extensionChildren(*connector, "inputOutput"))
                    checkMapping(*mapping, node, remarks);
            }
        }
        // There the engine refuses the mapping as a whole.
        if (node.kind == bpmn::NodeKind::StartEvent || node.kind == bpmn::NodeKind::BoundaryEvent)
            continue;
        for (const xml::Element *mapping : bpmn::extensionElements(file.element(node.at), "inputOutput"))
            checkMapping(*mapping, node, remarks);
    }
}

} // namespace

Rule parameter()
{
    return {u"parameter"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkParameter};
}

} // namespace pipeline::validation::rules
