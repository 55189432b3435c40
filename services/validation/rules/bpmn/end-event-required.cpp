// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkEndEventRequired(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Scope &scope : definitions.scopes) {
        const bpmn::FlowNode *node = scope.node < 0 ? nullptr : &definitions.nodes[size_t(scope.node)];
        // What is empty is drawn as a box only.
        if (scope.nodes.empty() || (node && node->kind == bpmn::NodeKind::AdHocSubProcess))
            continue;
        const bool any = std::ranges::any_of(
            scope.nodes, [&](int index) { return definitions.nodes[size_t(index)].kind == bpmn::NodeKind::EndEvent; });
        if (!any) {
            remarks.remark(placeOf(scope.at, node ? node->id : definitions.processes[size_t(scope.process)].id),
                           u"The %1 has no end event."_s.arg(described(definitions, scope)),
                           u"Add one, so that readers see where it ends and with what."_s);
        }
    }
}

} // namespace

Rule endEventRequired()
{
    return {u"end-event-required"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEndEventRequired};
}

} // namespace pipeline::validation::rules
