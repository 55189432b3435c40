// SPDX-License-Identifier: Apache-2.0
#include "definitionsreader.h"

#include "bpmnfacts.h"
#include "effectiveevent.h"
#include "namespaces.h"
#include "readingorder.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace pipeline::bpmn {

namespace {

Location locationOf(const xml::Element &element)
{
    return {element.index, element.position.line, element.position.column};
}

/// Null when it is absent.
QString textOrNull(const xml::Attribute *attribute, bool trim = false)
{
    if (!attribute)
        return {};
    const std::string_view value = trim ? xml::trimmed(attribute->value) : attribute->value;
    return QString::fromUtf8(value.data() ? value.data() : "", qsizetype(value.size()));
}

QString text(const xml::Element &element, std::string_view name)
{
    return textOrNull(element.findAttribute(name));
}

/// Of an attribute that is an id or refers to one, whose blanks the schema takes away.
QString idText(const xml::Element &element, std::string_view name)
{
    return textOrNull(element.findAttribute(name), true);
}

std::optional<NodeKind> nodeKindOf(std::string_view name)
{
    static const std::unordered_map<std::string_view, NodeKind> kinds{
        {"startEvent", NodeKind::StartEvent},
        {"intermediateCatchEvent", NodeKind::IntermediateCatchEvent},
        {"intermediateThrowEvent", NodeKind::IntermediateThrowEvent},
        {"boundaryEvent", NodeKind::BoundaryEvent},
        {"endEvent", NodeKind::EndEvent},
        {"task", NodeKind::Task},
        {"manualTask", NodeKind::ManualTask},
        {"userTask", NodeKind::UserTask},
        {"serviceTask", NodeKind::ServiceTask},
        {"sendTask", NodeKind::SendTask},
        {"receiveTask", NodeKind::ReceiveTask},
        {"scriptTask", NodeKind::ScriptTask},
        {"businessRuleTask", NodeKind::BusinessRuleTask},
        {"callActivity", NodeKind::CallActivity},
        {"subProcess", NodeKind::SubProcess},
        {"transaction", NodeKind::Transaction},
        {"adHocSubProcess", NodeKind::AdHocSubProcess},
        {"exclusiveGateway", NodeKind::ExclusiveGateway},
        {"inclusiveGateway", NodeKind::InclusiveGateway},
        {"parallelGateway", NodeKind::ParallelGateway},
        {"eventBasedGateway", NodeKind::EventBasedGateway},
        {"complexGateway", NodeKind::ComplexGateway},
        {"implicitThrowEvent", NodeKind::Other},
        {"callChoreography", NodeKind::Other},
        {"choreographyTask", NodeKind::Other},
        {"subChoreography", NodeKind::Other},
    };
    const auto found = kinds.find(name);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

struct EventName {
    EventKind kind;
    std::string_view reference; ///< the attribute that holds it
};

std::optional<EventName> eventNameOf(std::string_view name)
{
    static const std::unordered_map<std::string_view, EventName> names{
        {"messageEventDefinition", {EventKind::Message, "messageRef"}},
        {"timerEventDefinition", {EventKind::Timer, {}}},
        {"signalEventDefinition", {EventKind::Signal, "signalRef"}},
        {"errorEventDefinition", {EventKind::Error, "errorRef"}},
        {"escalationEventDefinition", {EventKind::Escalation, "escalationRef"}},
        {"compensateEventDefinition", {EventKind::Compensation, "activityRef"}},
        {"conditionalEventDefinition", {EventKind::Conditional, {}}},
        {"linkEventDefinition", {EventKind::Link, "name"}},
        {"cancelEventDefinition", {EventKind::Cancel, {}}},
        {"terminateEventDefinition", {EventKind::Terminate, {}}},
    };
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

bool isAsyncBefore(const xml::Element &element)
{
    return extensionValue(element, "async") == "true" || extensionValue(element, "asyncBefore") == "true";
}

bool isAsyncAfter(const xml::Element &element)
{
    return extensionValue(element, "asyncAfter") == "true";
}

/// One reading of one file.
class Reader {
public:
    explicit Reader(const xml::Document &document) : m_document(document) {}

    Definitions run()
    {
        const xml::Element *root = m_document.root();
        if (!root)
            return {};
        m_targetNamespace = root->attribute("targetNamespace");
        for (const xml::Element &child : root->children())
            readGlobal(child);
        for (const xml::Element &child : root->children()) {
            if (child.is(model, "process"))
                readProcess(child);
        }
        connect();
        findCompensationStarts();
        setReadingOrder(m_definitions);
        return std::move(m_definitions);
    }

private:
    void readGlobal(const xml::Element &element)
    {
        const auto add = [&](EventKind kind, const char *code) {
            m_definitions.globals.push_back(
                {kind, idText(element, "id"), text(element, "name"), text(element, code), locationOf(element)});
        };
        if (element.nameSpace != model)
            return;
        if (element.name == "message")
            add(EventKind::Message, "");
        else if (element.name == "signal")
            add(EventKind::Signal, "");
        else if (element.name == "error")
            add(EventKind::Error, "errorCode");
        else if (element.name == "escalation")
            add(EventKind::Escalation, "escalationCode");
        else
            return;
        const GlobalEvent &global = m_definitions.globals.back();
        // The engine keeps no signals without name.
        if (!global.id.isNull() && (global.kind != EventKind::Signal || !global.name.isNull()))
            m_globals[int(global.kind)].insert(global.id, int(m_definitions.globals.size()) - 1);
    }

    void readProcess(const xml::Element &element)
    {
        const int process = int(m_definitions.processes.size());
        m_definitions.processes.push_back(
            {idText(element, "id"), text(element, "name"), isExecutable(element), -1, locationOf(element)});
        const int scope = readScope(element, process, -1, -1);
        m_definitions.processes[size_t(process)].scope = scope;
    }

    int readScope(const xml::Element &element, int process, int node, int parent)
    {
        const int index = int(m_definitions.scopes.size());
        Scope &scope = m_definitions.scopes.emplace_back();
        scope.process = process;
        scope.node = node;
        scope.parent = parent;
        scope.at = locationOf(element);
        for (const xml::Element &child : element.children()) {
            if (child.nameSpace != model)
                continue;
            if (child.name == "sequenceFlow")
                readFlow(child, index);
            else if (child.name == "association")
                readAssociation(child, index);
            else if (const auto kind = nodeKindOf(child.name))
                readNode(child, *kind, index);
        }
        return index;
    }

    void readFlow(const xml::Element &element, int scope)
    {
        SequenceFlow flow{idText(element, "id"), text(element, "name"), idText(element, "sourceRef"),
                          idText(element, "targetRef"), locationOf(element)};
        if (const xml::Element *condition = element.child(model, "conditionExpression"))
            flow.condition = locationOf(*condition);
        flow.scope = scope;
        m_definitions.scopes[size_t(scope)].flows.push_back(int(m_definitions.flows.size()));
        m_definitions.flows.push_back(std::move(flow));
    }

    void readAssociation(const xml::Element &element, int scope)
    {
        m_definitions.scopes[size_t(scope)].associations.push_back(int(m_definitions.associations.size()));
        m_definitions.associations.push_back(
            {idText(element, "sourceRef"), idText(element, "targetRef"), locationOf(element), scope});
    }

    void readNode(const xml::Element &element, NodeKind kind, int scope)
    {
        const int index = int(m_definitions.nodes.size());
        FlowNode node;
        node.kind = kind;
        node.id = idText(element, "id");
        node.name = text(element, "name");
        node.at = locationOf(element);
        node.scope = scope;
        node.attachedTo = idText(element, "attachedToRef");
        node.defaultFlow = idText(element, "default");
        if (const xml::Element *loop = element.child(model, "multiInstanceLoopCharacteristics")) {
            node.loop = locationOf(*loop);
            node.turnsAsyncBefore = isAsyncBefore(*loop);
            node.turnsAsyncAfter = isAsyncAfter(*loop);
        }
        // What is absent is true for the schema; "1" the engine does not take for true.
        const std::string_view flag = kind == NodeKind::StartEvent ? "isInterrupting" : "cancelActivity";
        const xml::Attribute *interrupting = element.findAttribute(flag);
        node.interrupting = !interrupting || xml::trimmed(interrupting->value) == "true";
        node.triggeredByEvent = kind == NodeKind::SubProcess
            && xml::trimmed(element.attribute("triggeredByEvent")) == "true";
        node.forCompensation = xml::trimmed(element.attribute("isForCompensation")) == "true";
        node.asyncBefore = isAsyncBefore(element);
        node.asyncAfter = isAsyncAfter(element);
        readDefinitionsOf(element, node);

        Scope &around = m_definitions.scopes[size_t(scope)];
        around.nodes.push_back(index);
        if (!node.id.isNull() && !around.byId.contains(node.id))
            around.byId.insert(node.id, index);
        if (!node.id.isNull() && !m_definitions.byId.contains(node.id))
            m_definitions.byId.insert(node.id, index);
        const bool isSubProcess = kind == NodeKind::SubProcess || kind == NodeKind::Transaction
            || kind == NodeKind::AdHocSubProcess;
        m_definitions.nodes.push_back(std::move(node));
        if (isSubProcess) {
            const int inner = readScope(element, m_definitions.scopes[size_t(scope)].process, index, scope);
            m_definitions.nodes[size_t(index)].inner = inner;
        }
    }

    void readDefinitionsOf(const xml::Element &element, FlowNode &node) const
    {
        if (node.kind == NodeKind::ReceiveTask && element.findAttribute("messageRef"))
            addDefinition({EventKind::Message, "messageRef"}, element, node);
        if (!node.isEvent())
            return;
        for (const xml::Element &child : element.children()) {
            const auto name = child.nameSpace == model ? eventNameOf(child.name) : std::nullopt;
            if (name)
                addDefinition(*name, child, node);
        }
    }

    void addDefinition(const EventName &name, const xml::Element &element, FlowNode &node) const
    {
        EventDefinition definition{name.kind, {}, -1, locationOf(element)};
        // A link's name is a text, all others are ids.
        if (!name.reference.empty())
            definition.reference = textOrNull(element.findAttribute(name.reference), name.kind != EventKind::Link);
        if (!definition.reference.isNull())
            definition.target = targetOf(definition);
        node.definitions.push_back(std::move(definition));
    }

    int targetOf(const EventDefinition &definition) const
    {
        const auto ofKind = m_globals.constFind(int(definition.kind));
        if (ofKind == m_globals.constEnd())
            return -1;
        // The engine resolves the prefixes of messages and signals, by what the root element declares, and compares the
        // references to errors and escalations letter by letter.
        QString id = definition.reference;
        if (definition.kind == EventKind::Message || definition.kind == EventKind::Signal) {
            if (const qsizetype colon = id.indexOf(u':'); colon >= 0) {
                if (m_document.namespaceOf(id.first(colon).toStdString()) != m_targetNamespace)
                    return -1;
                id = id.sliced(colon + 1);
            }
        }
        return ofKind->value(id, -1);
    }

    void connect()
    {
        for (size_t i = 0; i < m_definitions.flows.size(); ++i) {
            SequenceFlow &flow = m_definitions.flows[i];
            flow.from = m_definitions.nodeIn(flow.scope, flow.source);
            flow.to = m_definitions.nodeIn(flow.scope, flow.target);
            if (flow.from >= 0)
                m_definitions.nodes[size_t(flow.from)].outgoing.push_back(int(i));
            if (flow.to >= 0)
                m_definitions.nodes[size_t(flow.to)].incoming.push_back(int(i));
        }
    }

    void findCompensationStarts()
    {
        for (size_t i = 0; i < m_definitions.nodes.size(); ++i) {
            const FlowNode &start = m_definitions.nodes[i];
            if (start.kind != NodeKind::StartEvent || startPlaceOf(m_definitions, start) != StartPlace::EventSubProcess)
                continue;
            FlowNode &subProcess = m_definitions.nodes[size_t(m_definitions.scopes[size_t(start.scope)].node)];
            const EventDefinition *event = effectiveEvent(m_definitions, start);
            if (subProcess.compensationStart >= 0 || !event || event->kind != EventKind::Compensation)
                continue;
            subProcess.compensationStart = int(i);
            m_definitions.scopes[size_t(subProcess.scope)].handlesCompensation = true;
        }
    }

    const xml::Document &m_document;
    std::string_view m_targetNamespace;
    QHash<int, QHash<QString, int>> m_globals; ///< by kind and id
    Definitions m_definitions;
};

} // namespace

Definitions readDefinitions(const xml::Document &document)
{
    return Reader(document).run();
}

} // namespace pipeline::bpmn
