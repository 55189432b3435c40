// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoDuplicateSequenceFlows(const SourceFile &file, Remarks &remarks)
{
    std::set<std::tuple<int, int, std::string_view, std::string_view>> seen; // ends, and what the condition is
    for (const bpmn::SequenceFlow &flow : file.definitions().flows) {
        if (flow.from < 0 || flow.to < 0)
            continue;
        const xml::Element *condition = flow.isConditional() ? &file.element(flow.condition) : nullptr;
        const bool isNew = seen.insert({flow.from, flow.to, condition ? xml::trimmed(condition->text) : "",
                                        condition ? bpmn::extensionValue(*condition, "resource") : ""})
                               .second;
        if (!isNew) {
            remarks.remark(placeOf(flow),
                           u"The %1 leads from %2 to %3 as another one does, and nothing tells them apart."_s.arg(
                               described(flow), quoted(flow.source), quoted(flow.target)),
                           u"Remove it, or give the flows different conditions."_s);
        }
    }
}

} // namespace

Rule noDuplicateSequenceFlows()
{
    return {u"no-duplicate-sequence-flows"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoDuplicateSequenceFlows};
}

} // namespace pipeline::validation::rules
