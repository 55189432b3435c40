// SPDX-License-Identifier: Apache-2.0
#include "compiledtexts.h"

#include "bpmnrules.h"
#include "compiledtextcollector.h"

#include "bpmn/effectiveevent.h"
#include "bpmn/extensions.h"
#include "bpmn/namespaces.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

/// Follows the engine's reading of a file, place by place.
class Walk {
public:
    Walk(const SourceFile &file, const std::function<void(const CompiledText &)> &visit) : m_file(file), m_texts(visit)
    {}

    void run()
    {
        readGlobals();
        for (const bpmn::Process &process : definitions().processes) {
            if (process.executable)
                readProcess(process);
        }
        for (const bpmn::FlowNode &node : definitions().nodes) {
            if (node.isRead())
                readNode(node, m_file.element(node.at));
        }
        for (const bpmn::SequenceFlow &flow : definitions().flows) {
            if (definitions().scopes[size_t(flow.scope)].read)
                readFlow(m_file.element(flow.at));
        }
    }

private:
    const bpmn::Definitions &definitions() const { return m_file.definitions(); }

    void readGlobals()
    {
        for (const xml::Element &element : m_file.document().root()->children()) {
            if (element.nameSpace != bpmn::model)
                continue;
            if (element.name == "message" || element.name == "signal")
                m_texts.attributes(element, {"name"});
            else if (element.name == "error")
                m_texts.extensions(element, {"errorMessage"});
        }
    }

    void readProcess(const bpmn::Process &definition)
    {
        const xml::Element &process = m_file.element(definition.at);
        if (const bpmn::FlowNode *initial = initialEvent(definitions(), definition))
            m_texts.form(m_file.element(initial->at));
        m_texts.priority(process, "jobPriority");
        m_texts.priority(process, "taskPriority");
        m_texts.lists(process, {"candidateStarterUsers", "candidateStarterGroups"});
        for (const xml::Element *starter : bpmn::extensionElements(process, "potentialStarter"))
            m_texts.resourceAssignment(*starter);
        m_texts.listeners(process);
    }

    void readNode(const bpmn::FlowNode &node, const xml::Element &element)
    {
        m_texts.priority(element, "jobPriority");
        m_texts.listeners(element);
        m_texts.inputOutput(element);
        retries(node);
        for (const xml::Element *holder : connectorHolders(m_file, node)) {
            for (const xml::Element *connector : bpmn::extensionElements(*holder, "connector"))
                m_texts.mappings(bpmn::extensionChildren(*connector, "inputOutput"));
        }
        if (node.isMultiInstance())
            readLoop(m_file.element(node.loop));
        switch (node.kind) {
        case bpmn::NodeKind::UserTask:
            readUserTask(element);
            break;
        case bpmn::NodeKind::BusinessRuleTask:
            if (bpmn::extension(element, "decisionRef"))
                m_texts.extensions(
                    element, {"decisionRef", "decisionRefVersion", "decisionRefVersionTag", "decisionRefTenantId"});
            else
                readService(element);
            break;
        case bpmn::NodeKind::ServiceTask:
        case bpmn::NodeKind::SendTask:
            readService(element);
            break;
        case bpmn::NodeKind::ScriptTask:
            if (const xml::Attribute *format = element.findAttribute("scriptFormat"))
                m_texts.script(element, format->value, CompiledTextCollector::child(element, "script"),
                               bpmn::extensionValue(element, "resource"));
            break;
        case bpmn::NodeKind::CallActivity:
            readCallActivity(element);
            break;
        default:
            if (node.isEvent())
                readEvent(node);
        }
    }

    void readFlow(const xml::Element &flow)
    {
        if (const xml::Element *expression = CompiledTextCollector::child(flow, "conditionExpression"))
            m_texts.condition(*expression);
        for (const xml::Element *listener : bpmn::extensionElements(flow, "executionListener"))
            m_texts.readListener(*listener);
    }

    void readEvent(const bpmn::FlowNode &node)
    {
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions(), node);
        if (!event)
            return;
        const xml::Element &definition = m_file.element(event->at);
        const bool throwing = node.kind == bpmn::NodeKind::IntermediateThrowEvent
            || node.kind == bpmn::NodeKind::EndEvent;
        switch (event->kind) {
        case bpmn::EventKind::Timer:
            m_texts.timer(definition);
            break;
        case bpmn::EventKind::Conditional:
            if (const xml::Element *expression = CompiledTextCollector::child(definition, "condition"))
                m_texts.condition(*expression);
            break;
        case bpmn::EventKind::Message:
            if (throwing)
                readService(definition);
            break;
        case bpmn::EventKind::Signal:
            if (throwing)
                m_texts.parameters(definition, "in");
            break;
        default:
            break;
        }
    }

    /// What a service task, send task, business rule task or thrown message does.
    void readService(const xml::Element &element)
    {
        const auto type = xml::toQString(bpmn::extensionValue(element, "type"));
        if (bpmn::extension(element, "type")) {
            if (type.compare("external"_L1, Qt::CaseInsensitive) == 0)
                readExternal(element);
            else
                m_texts.fields(element);
        } else if (!xml::trimmed(bpmn::extensionValue(element, "class")).empty()) {
            m_texts.fields(element);
        } else if (bpmn::extension(element, "delegateExpression")) {
            m_texts.extensions(element, {"delegateExpression"});
            m_texts.fields(element);
        } else {
            m_texts.extensions(element, {"expression"});
        }
    }

    void readExternal(const xml::Element &element)
    {
        m_texts.extensions(element, {"topic"});
        m_texts.priority(element, "taskPriority");
        const xml::Element *container = CompiledTextCollector::child(element, "extensionElements");
        if (!container)
            return;
        for (const xml::Element &definition : container->children()) {
            if (definition.name != "errorEventDefinition" || !definition.findAttribute("errorRef"))
                continue;
            if (definition.findAttribute("expression"))
                m_texts.attributes(definition, {"expression"});
            else
                m_texts.addMissing(definition, "expression");
        }
    }

    void readUserTask(const xml::Element &task)
    {
        m_texts.form(task);
        m_texts.attributes(task, {"name"});
        m_texts.extensions(task, {"assignee", "dueDate", "followUpDate", "priority"});
        m_texts.lists(task, {"candidateUsers", "candidateGroups"});
        for (const xml::Element &part : task.children()) {
            if (part.is(bpmn::model, "documentation"))
                m_texts.text(&part);
            else if (part.is(bpmn::model, "humanPerformer") || part.is(bpmn::model, "potentialOwner"))
                m_texts.resourceAssignment(part);
            else if (part.is(bpmn::model, "property"))
                m_texts.extensions(part, {"srcExpr", "dstExpr", "linkExpr"});
        }
        for (const xml::Element *listener : bpmn::extensionElements(task, "taskListener")) {
            m_texts.readListener(*listener);
            if (const xml::Element *definition = CompiledTextCollector::child(*listener, "timerEventDefinition");
                definition && listener->attribute("event") == "timeout")
                m_texts.timer(*definition);
        }
    }

    void readCallActivity(const xml::Element &element)
    {
        if (element.findAttribute("calledElement")) {
            if (!bpmn::extension(element, "variableMappingClass"))
                m_texts.extensions(element, {"variableMappingDelegateExpression"});
            m_texts.attributes(element, {"calledElement"});
            m_texts.extensions(element, {"calledElementVersion", "calledElementTenantId"});
        } else {
            m_texts.extensions(element, {"caseRef", "caseVersion", "caseTenantId"});
        }
        m_texts.extensions(element, {"calledElementVersionTag"});
        m_texts.parameters(element, "in");
        m_texts.parameters(element, "out");
    }

    void readLoop(const xml::Element &loop)
    {
        for (const auto name : {"loopCardinality", "completionCondition", "loopDataInputRef"})
            m_texts.text(CompiledTextCollector::child(loop, name));
        m_texts.extensions(loop, {"collection"});
    }

    void retries(const bpmn::FlowNode &node)
    {
        for (const xml::Element *holder : retryHolders(m_file, node)) {
            for (const xml::Element *cycle : retryCycles(*holder))
                m_texts.wholeText(*cycle);
        }
    }

    const SourceFile &m_file;
    CompiledTextCollector m_texts;
};

} // namespace

void forEachCompiledText(const SourceFile &file, const std::function<void(const CompiledText &)> &visit)
{
    if (file.document().root())
        Walk(file, visit).run();
}

} // namespace pipeline::validation
