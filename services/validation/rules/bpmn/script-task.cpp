// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkScriptTask(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::ScriptTask)
            continue;
        const xml::Element &element = file.element(node.at);
        const xml::Element *script = element.child(bpmn::model, "script");
        const xml::Attribute *format = element.findAttribute("scriptFormat");
        const xml::Attribute *resource = bpmn::extension(element, "resource");
        if ((format && xml::trimmed(format->value).empty()) || isBlank(resource)) {
            remarks.reject(
                script ? Place(script->position, node.id) : placeOf(node),
                u"The %1 has a blank %2."_s.arg(described(node),
                                                isBlank(resource) ? u"camunda:resource"_s : u"scriptFormat"_s),
                u"Name the script's language, for example scriptFormat=\"javascript\", and its file or none."_s);
        } else if (!script && (!resource || resource->value.empty())) {
            remarks.reject(placeOf(node), u"The %1 has no script."_s.arg(described(node)),
                           u"Add a script element, or name a file in camunda:resource."_s);
        }
    }
}

} // namespace

Rule scriptTask()
{
    return {u"script-task"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkScriptTask};
}

} // namespace pipeline::validation::rules
