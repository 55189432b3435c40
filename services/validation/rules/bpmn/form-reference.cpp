// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkReference(const SourceFile &file, const bpmn::FlowNode &node, Remarks &remarks)
{
    static const QStringList bindings{u"deployment"_s, u"latest"_s, u"version"_s};
    const xml::Element &element = file.element(node.at);
    const xml::Attribute *reference = bpmn::extension(element, "formRef");
    const xml::Attribute *binding = bpmn::extension(element, "formRefBinding");
    if (!reference)
        return;
    if (bpmn::extension(element, "formKey")) {
        remarks.reject(placeOf(node), u"The %1 has both a formKey and a formRef."_s.arg(described(node)),
                       u"Keep the one that is meant."_s);
    }
    if (!binding) {
        remarks.reject(placeOf(node),
                       u"The %1 refers to the form %2 without saying which version."_s.arg(described(node),
                                                                                           quoted(reference->value)),
                       u"Set camunda:formRefBinding to latest, deployment or version."_s);
    } else if (!bindings.contains(xml::toQString(binding->value))) {
        remarks.reject(placeOf(node),
                       u"The %1 has the formRefBinding %2, which the engine does not know."_s.arg(
                           described(node), quoted(binding->value)),
                       u"Write latest, deployment or version."_s);
    }
}

void checkFormReference(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind == bpmn::NodeKind::UserTask)
            checkReference(file, node, remarks);
    }
    for (const bpmn::Process &process : file.definitions().processes) {
        if (const bpmn::FlowNode *start = process.executable ? initialEvent(file.definitions(), process) : nullptr)
            checkReference(file, *start, remarks);
    }
}

} // namespace

Rule formReference()
{
    return {u"form-reference"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkFormReference};
}

} // namespace pipeline::validation::rules
