// SPDX-License-Identifier: Apache-2.0
#include "eventfacts.h"

#include "bpmnfacts.h"
#include "namespaces.h"

#include <QHash>

#include <algorithm>

namespace pipeline::bpmn {

namespace {

bool isAmong(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::ranges::find(names, name) != names.end();
}

class NamedEvents {
public:
    explicit NamedEvents(const xml::Document &document) : m_document(document)
    {
        for (const xml::Element *flow : document.elements(model, "messageFlow")) {
            const auto source = localPart(flow->attribute("sourceRef"));
            const auto target = localPart(flow->attribute("targetRef"));
            m_partners.insert(source, target);
            m_partners.insert(target, source);
        }
    }

    QList<NamedEvent> read()
    {
        for (const xml::Element *definition : executed(model, "messageEventDefinition"))
            addMessage(*definition->parent, definition->attribute("messageRef"));
        for (const auto name : {"sendTask", "receiveTask"}) {
            for (const xml::Element *task : executed(model, name))
                addMessage(*task, task->attribute("messageRef"));
        }
        for (const xml::Element *definition : executed(model, "signalEventDefinition")) {
            if (const xml::Element *signal = referenced(definition->attribute("signalRef"), "signal"))
                add(NamedEventKind::Signal, *definition->parent, signal->attribute("name"), false);
        }
        for (const xml::Element *definition : executed(model, "errorEventDefinition")) {
            const xml::Element &node = *definition->parent;
            add(NamedEventKind::Error, node, errorCode(*definition), node.name != "endEvent" && mayComeFromCode(node));
        }
        for (const auto nameSpace : {camunda, activiti}) {
            // Of an external task: an error that it throws depending on what its worker answers.
            for (const xml::Element *definition : executed(nameSpace, "errorEventDefinition"))
                add(NamedEventKind::Error, *definition, errorCode(*definition), false);
        }
        return std::move(m_events);
    }

private:
    const xml::Element *referenced(std::string_view reference, std::string_view name) const
    {
        const xml::Element *found = m_document.byId(localPart(reference));
        return found && found->is(model, name) ? found : nullptr;
    }

    static bool isExecuted(const xml::Element &element)
    {
        const xml::Element *process = processOf(element);
        return process && isExecutable(*process);
    }

    /// The elements of that name within executable processes.
    std::vector<const xml::Element *> executed(std::string_view nameSpace, std::string_view name) const
    {
        std::vector<const xml::Element *> found = m_document.elements(nameSpace, name);
        std::erase_if(found,
                      [](const xml::Element *element) { return !element->parent || !isExecuted(*element->parent); });
        return found;
    }

    void add(NamedEventKind kind, const xml::Element &node, std::string_view name, bool isOpen)
    {
        const bool thrown = isAmong(node.name,
                                    {"intermediateThrowEvent", "endEvent", "sendTask", "errorEventDefinition"});
        m_events.push_back({kind, thrown, xml::toQString(name), isOpen, xml::toQString(node.nearestId()),
                            node.position.line, node.position.column});
    }

    void addMessage(const xml::Element &node, std::string_view reference)
    {
        if (const xml::Element *message = referenced(reference, "message"))
            add(NamedEventKind::Message, node, message->attribute("name"), hasDrawnPartner(node));
    }

    /// Whether a message flow leads to a pool or node that the engine does not run.
    bool hasDrawnPartner(const xml::Element &node) const
    {
        const auto partners = m_partners.values(node.attribute("id"));
        return std::ranges::any_of(partners, [this](std::string_view id) {
            const xml::Element *partner = m_document.byId(id);
            if (partner && partner->is(model, "participant"))
                partner = m_document.byId(localPart(partner->attribute("processRef")));
            return !partner || !isExecuted(*partner);
        });
    }

    /// What leads nowhere is the code itself, as the engine has it.
    std::string_view errorCode(const xml::Element &definition) const
    {
        const auto reference = definition.attribute("errorRef");
        const xml::Element *error = referenced(reference, "error");
        return error ? error->attribute("errorCode") : reference;
    }

    /// Whether the activity to which an error event is attached, or the scope of its event sub-process, has a part that
    /// may throw any error: code, a person's decision, another process.
    bool mayComeFromCode(const xml::Element &event)
    {
        const xml::Element *scope = event.name == "boundaryEvent" ? m_document.byId(event.attribute("attachedToRef"))
            : event.parent                                        ? event.parent->parent
                                                                  : nullptr;
        if (!scope)
            return true;
        const auto known = m_throwing.constFind(scope);
        return known != m_throwing.cend() ? *known : *m_throwing.insert(scope, hasCode(*scope));
    }

    bool hasCode(const xml::Element &scope) const
    {
        const auto &elements = m_document.elements();
        // All that is in an element follows it in document order.
        for (auto element = elements.begin() + scope.index; element != elements.end(); ++element) {
            if (&*element != &scope && element->parent->index < scope.index)
                break;
            if (isAmong(element->name,
                        {"serviceTask", "sendTask", "businessRuleTask", "scriptTask", "userTask", "callActivity",
                         "executionListener", "connector", "script"}))
                return true;
        }
        return false;
    }

    const xml::Document &m_document;
    QMultiHash<std::string_view, std::string_view> m_partners; ///< at the other ends of message flows
    QHash<const xml::Element *, bool> m_throwing;
    QList<NamedEvent> m_events;
};

} // namespace

QList<NamedEvent> readNamedEvents(const xml::Document &document)
{
    return NamedEvents(document).read();
}

} // namespace pipeline::bpmn
