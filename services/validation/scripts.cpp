// SPDX-License-Identifier: Apache-2.0
#include "scripts.h"

#include "bpmnrules.h"

namespace pipeline::validation {

namespace {

/// Collects them in the order in which they stand in an element.
class ScriptCollector {
public:
    void add(const xml::Element &element, std::string_view language, const xml::Element *source,
             const xml::Attribute *resource)
    {
        if (xml::trimmed(language).empty())
            return;
        const std::string_view text = source && !resource ? xml::trimmed(source->text) : std::string_view();
        const bool isExpression = text.starts_with("${") || text.starts_with("#{");
        m_scripts.push_back({&element, xml::trimmed(language), isExpression ? std::string_view() : text});
    }

    void addCondition(const xml::Element &condition)
    {
        add(condition, condition.attribute("language"), &condition, bpmn::extension(condition, "resource"));
    }

    /// What listeners and parameters of an element have.
    void addExtensions(const xml::Element &element)
    {
        if (const xml::Element *extensions = element.child(bpmn::model, "extensionElements"))
            addWithin(*extensions);
    }

    std::vector<Script> take() { return std::move(m_scripts); }

private:
    void addWithin(const xml::Element &element)
    {
        for (const xml::Element &child : element.children()) {
            if (!bpmn::isExtension(child.nameSpace))
                continue;
            if (child.name == "script")
                add(child, child.attribute("scriptFormat"), &child, child.findAttribute("resource"));
            else
                addWithin(child);
        }
    }

    std::vector<Script> m_scripts;
};

} // namespace

std::vector<Script> scriptsOf(const SourceFile &file)
{
    const bpmn::Definitions &definitions = file.definitions();
    ScriptCollector scripts;
    for (const bpmn::Process &process : definitions.processes) {
        if (process.executable)
            scripts.addExtensions(file.element(process.at));
    }
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const xml::Element &element = file.element(node.at);
        scripts.addExtensions(element);
        if (node.kind == bpmn::NodeKind::ScriptTask)
            scripts.add(element, element.attribute("scriptFormat"), element.child(bpmn::model, "script"),
                        bpmn::extension(element, "resource"));
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind != bpmn::EventKind::Conditional)
            continue;
        if (const xml::Element *condition = file.element(event->at).child(bpmn::model, "condition"))
            scripts.addCondition(*condition);
    }
    for (const bpmn::SequenceFlow &flow : readFlows(definitions)) {
        scripts.addExtensions(file.element(flow.at));
        if (flow.isConditional())
            scripts.addCondition(file.element(flow.condition));
    }
    return scripts.take();
}

} // namespace pipeline::validation
