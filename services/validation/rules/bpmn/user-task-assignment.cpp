// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../userlists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Of a potential owner or starter.
void checkCutOff(const xml::Element &role, const QString &whose, const QString &id, Remarks &remarks)
{
    const xml::Element *names = assignmentOf(role);
    if (!names || std::ranges::none_of(listItems(names->text), isCutOff))
        return;
    remarks.reject(Place(names->position, id),
                   u"The %1 has a name that is cut off: %2."_s.arg(whose, quoted(names->text)),
                   u"Write user(name) or group(name), separated by commas."_s);
}

void checkUserTaskAssignment(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::Process &process : file.definitions().processes) {
        if (!process.executable)
            continue;
        for (const xml::Element *starter : bpmn::extensionElements(file.element(process.at), "potentialStarter"))
            checkCutOff(*starter, u"`potentialStarter` of the process"_s, process.id, remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::UserTask)
            continue;
        const xml::Element &element = file.element(node.at);
        const xml::Element *performer = nullptr;
        for (const xml::Element &child : element.children()) {
            if (child.is(bpmn::model, "humanPerformer")) {
                if (performer)
                    remarks.reject(placeOf(node), u"The %1 has more than one `humanPerformer`."_s.arg(described(node)),
                                   u"Keep one of them."_s);
                performer = &child;
            } else if (child.is(bpmn::model, "potentialOwner")) {
                checkCutOff(child, u"`potentialOwner` of the %1"_s.arg(described(node)), node.id, remarks);
            }
        }
        if (performer && assignmentOf(*performer) && bpmn::extension(element, "assignee")) {
            remarks.reject(
                placeOf(node),
                u"The %1 is assigned twice, by camunda:assignee and by its `humanPerformer`."_s.arg(described(node)),
                u"Keep one of them."_s);
        }
    }
}

} // namespace

Rule userTaskAssignment()
{
    return {u"user-task-assignment"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkUserTaskAssignment};
}

} // namespace pipeline::validation::rules
