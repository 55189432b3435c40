// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

QString allowed(const ServiceLike &service)
{
    return service.node->kind == bpmn::NodeKind::BusinessRuleTask
        ? u"Set camunda:decisionRef, or one of camunda:type=\"external\", camunda:class, camunda:delegateExpression and camunda:expression."_s
        : u"Set one of camunda:type=\"external\" with a topic, camunda:class, camunda:delegateExpression and camunda:expression."_s;
}

/// The engine takes an empty reference for one, whatever else the task has.
void checkDecisions(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::BusinessRuleTask)
            continue;
        const xml::Attribute *decision = bpmn::extension(file.element(node.at), "decisionRef");
        if (decision && xml::trimmed(decision->value).empty()) {
            remarks.remark(
                placeOf(node),
                u"The %1 names no decision, so that the engine fails when it gets there."_s.arg(described(node)),
                u"Set camunda:decisionRef to the id of a decision, or remove it when something else carries the task "
                "out."_s);
        }
    }
}

void checkServiceImplementation(const SourceFile &file, Remarks &remarks)
{
    checkDecisions(file, remarks);
    for (const ServiceLike &service : serviceLikes(file)) {
        const Place place(*service.element);
        if (service.way == ServiceLike::Way::UnknownType) {
            remarks.reject(place,
                           u"The %1 has the camunda:type %2, which the engine does not know."_s.arg(
                               described(*service.node), quoted(bpmn::extensionValue(*service.element, "type"))),
                           u"Write external, mail or shell."_s);
        } else if (service.way == ServiceLike::Way::None) {
            remarks.reject(place, u"The %1 does not say what carries it out."_s.arg(described(*service.node)),
                           allowed(service));
        }
    }
}

} // namespace

Rule serviceImplementation()
{
    return {u"service-implementation"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkServiceImplementation};
}

} // namespace pipeline::validation::rules
