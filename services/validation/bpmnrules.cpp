// SPDX-License-Identifier: Apache-2.0
#include "bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

QString kindName(bpmn::NodeKind kind)
{
    using enum bpmn::NodeKind;
    switch (kind) {
    case StartEvent:
        return u"start event"_s;
    case IntermediateCatchEvent:
        return u"intermediate catch event"_s;
    case IntermediateThrowEvent:
        return u"intermediate throw event"_s;
    case BoundaryEvent:
        return u"boundary event"_s;
    case EndEvent:
        return u"end event"_s;
    case Task:
        return u"task"_s;
    case ManualTask:
        return u"manual task"_s;
    case UserTask:
        return u"user task"_s;
    case ServiceTask:
        return u"service task"_s;
    case SendTask:
        return u"send task"_s;
    case ReceiveTask:
        return u"receive task"_s;
    case ScriptTask:
        return u"script task"_s;
    case BusinessRuleTask:
        return u"business rule task"_s;
    case CallActivity:
        return u"call activity"_s;
    case SubProcess:
        return u"sub-process"_s;
    case Transaction:
        return u"transaction"_s;
    case AdHocSubProcess:
        return u"ad-hoc sub-process"_s;
    case ExclusiveGateway:
        return u"exclusive gateway"_s;
    case InclusiveGateway:
        return u"inclusive gateway"_s;
    case ParallelGateway:
        return u"parallel gateway"_s;
    case EventBasedGateway:
        return u"event-based gateway"_s;
    case ComplexGateway:
        return u"complex gateway"_s;
    case Other:
        break;
    }
    return u"element"_s;
}

QString withId(const QString &what, const QString &id)
{
    return id.isEmpty() ? what + u" without id"_s : what + u' ' + quoted(id);
}

ServiceLike::Way wayOf(const xml::Element &element)
{
    using enum ServiceLike::Way;
    if (const xml::Attribute *type = bpmn::extension(element, "type")) {
        const QString name = xml::toQString(type->value).toLower();
        if (name == "mail"_L1)
            return Mail;
        if (name == "shell"_L1)
            return Shell;
        return name == "external"_L1 ? External : UnknownType;
    }
    if (!xml::trimmed(bpmn::extensionValue(element, "class")).empty())
        return Class;
    if (bpmn::extension(element, "delegateExpression"))
        return DelegateExpression;
    if (!xml::trimmed(bpmn::extensionValue(element, "expression")).empty())
        return Expression;
    return bpmn::extensionElements(element, "connector").empty() ? None : Connector;
}

} // namespace

QString described(const bpmn::FlowNode &node)
{
    return withId(node.triggeredByEvent ? u"event sub-process"_s : kindName(node.kind), node.id);
}

QString described(const bpmn::Definitions &definitions, const bpmn::Scope &scope)
{
    return scope.node < 0 ? withId(u"process"_s, definitions.processes[size_t(scope.process)].id)
                          : described(definitions.nodes[size_t(scope.node)]);
}

QString described(const bpmn::SequenceFlow &flow)
{
    return withId(u"sequence flow"_s, flow.id);
}

const bpmn::FlowNode *initialEvent(const bpmn::Definitions &definitions, const bpmn::Process &process)
{
    const bpmn::FlowNode *only = nullptr;
    int count = 0;
    for (const int index : definitions.scopes[size_t(process.scope)].nodes) {
        const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
        if (node.kind != bpmn::NodeKind::StartEvent)
            continue;
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (!event || event->kind == bpmn::EventKind::Timer)
            return &node;
        only = &node;
        ++count;
    }
    return count == 1 ? only : nullptr;
}

bool hasImplementation(const xml::Element &messageDefinition)
{
    for (const auto name : {"class", "expression", "delegateExpression", "type"}) {
        if (bpmn::extension(messageDefinition, name))
            return true;
    }
    return !bpmn::extensionElements(messageDefinition, "connector").empty();
}

std::vector<ServiceLike> serviceLikes(const SourceFile &file)
{
    std::vector<ServiceLike> found;
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        switch (node.kind) {
        case bpmn::NodeKind::BusinessRuleTask:
            if (bpmn::extension(file.element(node.at), "decisionRef"))
                break;
            [[fallthrough]];
        case bpmn::NodeKind::ServiceTask:
        case bpmn::NodeKind::SendTask:
            found.push_back({&node, &file.element(node.at), wayOf(file.element(node.at))});
            break;
        case bpmn::NodeKind::IntermediateThrowEvent:
        case bpmn::NodeKind::EndEvent: {
            const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
            if (event && event->kind == bpmn::EventKind::Message && hasImplementation(file.element(event->at)))
                found.push_back({&node, &file.element(event->at), wayOf(file.element(event->at))});
            break;
        }
        default:
            break;
        }
    }
    return found;
}

bool isBlank(const xml::Attribute *resource)
{
    return resource && !resource->value.empty() && xml::trimmed(resource->value).empty();
}

QString scriptProblem(const xml::Element &script)
{
    if (xml::trimmed(script.attribute("scriptFormat")).empty())
        return u"has no scriptFormat"_s;
    return isBlank(script.findAttribute("resource")) ? u"has a blank resource"_s : QString();
}

std::vector<const xml::Element *> connectorHolders(const SourceFile &file, const bpmn::FlowNode &node)
{
    switch (node.kind) {
    case bpmn::NodeKind::ServiceTask:
    case bpmn::NodeKind::SendTask:
    case bpmn::NodeKind::BusinessRuleTask:
        return {&file.element(node.at)};
    case bpmn::NodeKind::IntermediateThrowEvent:
    case bpmn::NodeKind::EndEvent:
        if (const bpmn::EventDefinition *message = node.definition(bpmn::EventKind::Message))
            return {&file.element(message->at)};
        return {};
    default:
        return {};
    }
}

std::vector<const xml::Element *> retryHolders(const SourceFile &file, const bpmn::FlowNode &node)
{
    std::vector<const xml::Element *> holders;
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(file.definitions(), node);
    if (node.asyncBefore || node.asyncAfter || node.kind == bpmn::NodeKind::IntermediateThrowEvent
        || (event && event->kind == bpmn::EventKind::Timer))
        holders.push_back(&file.element(node.at));
    if (node.turnsAsyncBefore || node.turnsAsyncAfter)
        holders.push_back(&file.element(node.loop));
    return holders;
}

std::vector<const xml::Element *> retryCycles(const xml::Element &holder)
{
    // The engine still takes that of an extension which it has swallowed, and that first.
    std::vector<const xml::Element *> cycles;
    if (const xml::Element *extensions = holder.child(bpmn::model, "extensionElements")) {
        for (const xml::Element &child : extensions->children()) {
            if (child.is(bpmn::fox, "failedJobRetryTimeCycle"))
                cycles.push_back(&child);
        }
    }
    return cycles.empty() ? bpmn::extensionElements(holder, "failedJobRetryTimeCycle") : cycles;
}

} // namespace pipeline::validation
