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
        if (format && xml::trimmed(format->value).empty()) {
            remarks.reject(script ? Place(script->position, node.id) : placeOf(node),
                           u"The %1 has an empty scriptFormat."_s.arg(described(node)),
                           u"Name the script's language, for example scriptFormat=\"javascript\"."_s);
        } else if (!script && !bpmn::extension(element, "resource")) {
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
