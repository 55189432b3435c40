// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What has no language is JUEL, in which text without an expression is only that text.
bool isPlainText(const xml::Element &task, const xml::Element &script)
{
    const std::string_view text = xml::trimmed(script.text);
    return !task.findAttribute("scriptFormat") && !bpmn::extension(task, "resource")
        && !bpmn::extension(task, "resultVariable") && !bpmn::extension(task, "resultVariableName") && !text.empty()
        && text.find("${") == std::string_view::npos && text.find("#{") == std::string_view::npos;
}

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
        } else if (script && isPlainText(element, *script)) {
            remarks.remark(placeOf(node),
                           u"The script of the %1 is in no language, so that it does nothing."_s.arg(described(node)),
                           u"Name its language, for example scriptFormat=\"javascript\"."_s);
        }
    }
}

} // namespace

Rule scriptTask()
{
    return {u"script-task"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkScriptTask};
}

} // namespace pipeline::validation::rules
