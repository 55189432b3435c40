// SPDX-License-Identifier: Apache-2.0
#include "bpmnfacts.h"

#include "eventfacts.h"
#include "namespaces.h"

#include <array>

namespace pipeline::bpmn {

namespace {

Binding bindingFrom(std::string_view text)
{
    if (text == "deployment")
        return Binding::Deployment;
    if (text == "version")
        return Binding::Version;
    return text == "versionTag" ? Binding::VersionTag : Binding::Latest;
}

/// Collects the references of the elements of executable processes.
class References {
public:
    References(const xml::Document &document, QList<Reference> &references)
        : m_document(document), m_references(references)
    {}

    void read()
    {
        forEach("callActivity", [this](const xml::Element &element) {
            add(ReferenceKind::CalledElement, element.attribute("calledElement"),
                bindingFrom(extensionValue(element, "calledElementBinding")), element);
            add(ReferenceKind::CalledCase, extensionValue(element, "caseRef"),
                bindingFrom(extensionValue(element, "caseBinding")), element);
        });
        forEach("businessRuleTask", [this](const xml::Element &element) {
            add(ReferenceKind::Decision, extensionValue(element, "decisionRef"),
                bindingFrom(extensionValue(element, "decisionRefBinding")), element);
        });
        for (const auto name : {"userTask", "startEvent"}) {
            forEach(name, [this](const xml::Element &element) {
                add(ReferenceKind::Form, extensionValue(element, "formRef"),
                    bindingFrom(extensionValue(element, "formRefBinding")), element);
                addResource(ReferenceKind::FormKey, extensionValue(element, "formKey"), element);
            });
        }
        for (const auto name : {"scriptTask", "conditionExpression", "condition"}) {
            forEach(name, [this](const xml::Element &element) {
                addResource(ReferenceKind::Resource, extensionValue(element, "resource"), element);
            });
        }
        for (const auto nameSpace : {camunda, activiti}) {
            for (const xml::Element *script : m_document.elements(nameSpace, "script")) {
                if (isExecuted(*script))
                    addResource(ReferenceKind::Resource, script->attribute("resource"), *script);
            }
        }
    }

private:
    static bool isExecuted(const xml::Element &element)
    {
        const xml::Element *process = processOf(element);
        return process && isExecutable(*process);
    }

    template<class Function>
    void forEach(std::string_view name, Function function)
    {
        for (const xml::Element *element : m_document.elements(model, name)) {
            if (isExecuted(*element))
                function(*element);
        }
    }

    void add(ReferenceKind kind, std::string_view target, Binding binding, const xml::Element &element)
    {
        if (!target.empty()) {
            m_references.push_back({kind, xml::toQString(target), binding, xml::toQString(element.nearestId()),
                                    element.position.line, element.position.column});
        }
    }

    /// A form key or script that is read from the deployment; others come from the engine's own classpath or server.
    void addResource(ReferenceKind kind, std::string_view value, const xml::Element &element)
    {
        static constexpr std::array<std::string_view, 4> prefixes{
            "embedded:deployment:", "camunda-forms:deployment:", "deployment://", "deployment:"};
        for (const auto prefix : prefixes) {
            if (value.starts_with(prefix)) {
                add(kind, value.substr(prefix.size()), Binding::Deployment, element);
                return;
            }
        }
    }

    const xml::Document &m_document;
    QList<Reference> &m_references;
};

void readMessageStarts(const xml::Document &document, QList<MessageStart> &starts)
{
    for (const xml::Element *event : document.elements(model, "startEvent")) {
        const xml::Element *definition = event->child(model, "messageEventDefinition");
        const xml::Element *process = event->parent;
        if (!definition || !process || !process->is(model, "process") || !isExecutable(*process))
            continue;
        const xml::Element *message = document.byId(localPart(definition->attribute("messageRef")));
        if (message && message->is(model, "message")) {
            starts.push_back({xml::toQString(message->attribute("name")), xml::toQString(process->attribute("id")),
                              xml::toQString(event->attribute("id")), event->position.line, event->position.column});
        }
    }
}

void readExternalTasks(const xml::Document &document, QList<ExternalTask> &tasks)
{
    for (const auto name : {"serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition"}) {
        for (const xml::Element *task : document.elements(model, name)) {
            const xml::Element *process = processOf(*task);
            const auto topic = extensionValue(*task, "topic");
            if (process && isExecutable(*process) && !topic.empty() && extensionValue(*task, "type") == "external")
                tasks.push_back({xml::toQString(topic), xml::toQString(task->nearestId()), task->position.line,
                                 task->position.column});
        }
    }
}

} // namespace

bool isExecutable(const xml::Element &process)
{
    return xml::trimmed(process.attribute("isExecutable")) == "true";
}

const xml::Element *processOf(const xml::Element &element)
{
    const xml::Element *around = &element;
    while (around && !around->is(model, "process"))
        around = around->parent;
    return around;
}

DefinitionFacts readFacts(const xml::Document &document)
{
    DefinitionFacts facts;
    for (const xml::Element *process : document.elements(model, "process")) {
        facts.processes.push_back({xml::toQString(process->attribute("id")), xml::toQString(process->attribute("name")),
                                   isExecutable(*process), xml::toQString(extensionValue(*process, "versionTag")),
                                   process->position.line, process->position.column});
    }
    readMessageStarts(document, facts.messageStarts);
    References(document, facts.references).read();
    facts.events = readNamedEvents(document);
    readExternalTasks(document, facts.externalTasks);
    return facts;
}

} // namespace pipeline::bpmn
