// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkPropertyName(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::UserTask)
            continue;
        for (const xml::Element &child : file.element(node.at).children()) {
            if (!child.is(bpmn::model, "property") || child.findAttribute("id") || child.findAttribute("name"))
                continue;
            remarks.reject(Place(child.position, node.id),
                           u"A property of the %1 has neither id nor name."_s.arg(described(node)),
                           u"Name it, or remove it."_s);
        }
    }
}

} // namespace

Rule propertyName()
{
    return {u"property-name"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkPropertyName};
}

} // namespace pipeline::validation::rules
