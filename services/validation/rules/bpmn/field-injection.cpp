// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../fields.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFieldsOf(const xml::Element &element, Remarks &remarks)
{
    for (const xml::Element *field : fieldElements(element)) {
        const QString name = quoted(field->attribute("name"));
        const FieldReading reading = readField(*field);
        for (const FieldReading::Fault &fault : reading.faults) {
            switch (fault.kind) {
            case FieldReading::Fault::Repeated:
                remarks.reject(Place(element), u"The field %1 has more than one `%2`."_s.arg(name, fault.form),
                               u"Keep one of them."_s);
                break;
            case FieldReading::Fault::Both:
                remarks.reject(Place(field->position, xml::toQString(element.nearestId())),
                               u"The field %1 has a value both as attribute and as element."_s.arg(name),
                               u"Keep one of them."_s);
                break;
            case FieldReading::Fault::Empty:
                remarks.reject(Place(field->position, xml::toQString(element.nearestId())),
                               u"The field %1 has an empty `%2` element."_s.arg(name, fault.form),
                               u"Write the value between its tags."_s);
                break;
            }
        }
        if (!reading.hasValue)
            remarks.reject(Place(element), u"The field %1 has no value."_s.arg(name),
                           u"Set stringValue or expression, or add an element of that kind."_s);
    }
}

void checkListenersOf(const xml::Element &element, std::string_view name, Remarks &remarks)
{
    for (const xml::Element *listener : bpmn::extensionElements(element, name)) {
        // The engine takes the first of these and reads fields for two of them.
        if (listener->findAttribute("class")
            || (!listener->findAttribute("expression") && listener->findAttribute("delegateExpression")))
            checkFieldsOf(*listener, remarks);
    }
}

void checkFieldInjection(const SourceFile &file, Remarks &remarks)
{
    using enum ServiceLike::Way;
    for (const ServiceLike &service : serviceLikes(file)) {
        if (service.way == Mail || service.way == Shell || service.way == Class || service.way == DelegateExpression)
            checkFieldsOf(*service.element, remarks);
    }
    for (const bpmn::Scope &scope : readScopes(file.definitions())) {
        if (scope.node < 0)
            checkListenersOf(file.element(scope.at), "executionListener", remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        checkListenersOf(file.element(node.at), "executionListener", remarks);
        if (node.kind == bpmn::NodeKind::UserTask)
            checkListenersOf(file.element(node.at), "taskListener", remarks);
    }
    for (const bpmn::SequenceFlow &flow : readFlows(file.definitions()))
        checkListenersOf(file.element(flow.at), "executionListener", remarks);
}

} // namespace

Rule fieldInjection()
{
    return {u"field-injection"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkFieldInjection};
}

} // namespace pipeline::validation::rules
