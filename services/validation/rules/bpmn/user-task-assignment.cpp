// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What a performer or owner is assigned by; null when nothing says it.
const xml::Element *assignmentOf(const xml::Element &role)
{
    const xml::Element *assignment = role.child(bpmn::model, "resourceAssignmentExpression");
    return assignment ? assignment->child(bpmn::model, "formalExpression") : nullptr;
}

/// The engine cuts the last character of "user(name)" without looking, and has nothing to cut from "user(".
bool isCutOff(QStringView list)
{
    return std::ranges::any_of(list.split(u','), [](QStringView entry) {
        return entry.trimmed() == u"user("_s || entry.trimmed() == u"group("_s;
    });
}

void checkUserTaskAssignment(const SourceFile &file, Remarks &remarks)
{
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
                const xml::Element *owners = assignmentOf(child);
                if (owners && isCutOff(xml::toQString(owners->text))) {
                    remarks.reject(Place(owners->position, node.id),
                                   u"The %1 has a potential owner that is cut off: %2."_s.arg(described(node),
                                                                                              quoted(owners->text)),
                                   u"Write user(name) or group(name), separated by commas."_s);
                }
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
