// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Rejects every child of that name but the first, in the namespaces that the engine reads.
void onceOnly(const std::vector<const xml::Element *> &children, const xml::Element &parent, Remarks &remarks)
{
    for (size_t i = 1; i < children.size(); ++i) {
        remarks.reject(Place(*children[i]),
                       u"%1 has more than one %2, and the engine gives up where it wants a single one."_s.arg(
                           quoted(parent.name), quoted(children[i]->name)),
                       u"Keep one of them."_s);
    }
}

void checkEvents(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.isEvent() || !definitions.scopes[size_t(node.scope)].read)
            continue;
        for (size_t i = 1; i < node.definitions.size(); ++i) {
            const bpmn::EventDefinition &event = node.definitions[i];
            if (node.definition(event.kind) == &event || !bpmn::looksFor(definitions, node, event.kind))
                continue;
            remarks.reject(placeOf(event.at, node.id),
                           u"The %1 has two definitions of the kind %2, where the engine takes one."_s.arg(
                               described(node), quoted(file.element(event.at).name)),
                           u"Keep one of them, or draw an event for each."_s);
        }
    }
}

void checkForm(const xml::Element &element, Remarks &remarks)
{
    const auto forms = bpmn::extensionElements(element, "formData");
    onceOnly(forms, element, remarks);
    for (const xml::Element *form : forms) {
        for (const xml::Element *field : bpmn::extensionChildren(*form, "formField")) {
            onceOnly(bpmn::extensionChildren(*field, "properties"), *field, remarks);
            onceOnly(bpmn::extensionChildren(*field, "validation"), *field, remarks);
        }
    }
}

void checkConnectors(const SourceFile &file, const bpmn::FlowNode &node, Remarks &remarks)
{
    for (const xml::Element *holder : connectorHolders(file, node)) {
        const auto connectors = bpmn::extensionElements(*holder, "connector");
        onceOnly(connectors, *holder, remarks);
        for (const xml::Element *connector : connectors) {
            onceOnly(bpmn::extensionChildren(*connector, "inputOutput"), *connector, remarks);
            onceOnly(bpmn::extensionChildren(*connector, "connectorId"), *connector, remarks);
        }
    }
}

void checkListeners(const xml::Element &element, std::string_view name, Remarks &remarks)
{
    for (const xml::Element *listener : bpmn::extensionElements(element, name))
        onceOnly(bpmn::extensionChildren(*listener, "script"), *listener, remarks);
}

void checkTimeouts(const xml::Element &userTask, Remarks &remarks)
{
    for (const xml::Element *listener : bpmn::extensionElements(userTask, "taskListener")) {
        std::vector<const xml::Element *> timers;
        for (const xml::Element &child : listener->children()) {
            if (child.is(bpmn::model, "timerEventDefinition"))
                timers.push_back(&child);
        }
        if (listener->attribute("event") == "timeout")
            onceOnly(timers, *listener, remarks);
    }
}

void checkRepeatedElement(const SourceFile &file, Remarks &remarks)
{
    if (const xml::Element *root = file.document().root()) {
        std::vector<const xml::Element *> collaborations;
        for (const xml::Element &child : root->children()) {
            if (child.is(bpmn::model, "collaboration"))
                collaborations.push_back(&child);
        }
        onceOnly(collaborations, *root, remarks);
    }
    checkEvents(file, remarks);
    for (const bpmn::Scope &scope : readScopes(file.definitions())) {
        if (scope.node < 0)
            checkListeners(file.element(scope.at), "executionListener", remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const xml::Element &element = file.element(node.at);
        onceOnly(bpmn::extensionElements(element, "inputOutput"), element, remarks);
        for (const xml::Element *holder : retryHolders(file, node))
            onceOnly(retryCycles(*holder), *holder, remarks);
        checkListeners(element, "executionListener", remarks);
        checkConnectors(file, node, remarks);
        if (node.kind == bpmn::NodeKind::UserTask) {
            checkListeners(element, "taskListener", remarks);
            checkTimeouts(element, remarks);
            checkForm(element, remarks);
        }
    }
    for (const ServiceLike &service : serviceLikes(file)) {
        const xml::Element &element = file.element(service.node->at);
        if (service.way == ServiceLike::Way::External)
            onceOnly(bpmn::extensionElements(element, "properties"), element, remarks);
    }
    for (const bpmn::SequenceFlow &flow : readFlows(file.definitions()))
        checkListeners(file.element(flow.at), "executionListener", remarks);
    for (const bpmn::Process &process : file.definitions().processes) {
        const bpmn::FlowNode *start = process.executable ? initialEvent(file.definitions(), process) : nullptr;
        if (start)
            checkForm(file.element(start->at), remarks);
    }
}

} // namespace

Rule repeatedElement()
{
    return {u"repeated-element"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkRepeatedElement};
}

} // namespace pipeline::validation::rules
