// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool isInterruptingEventSubProcess(const bpmn::Definitions &definitions, const bpmn::FlowNode &node)
{
    return node.triggeredByEvent && std::ranges::any_of(definitions.scopes[size_t(node.inner)].nodes, [&](int index) {
               const bpmn::FlowNode &start = definitions.nodes[size_t(index)];
               return start.kind == bpmn::NodeKind::StartEvent && start.interrupting;
           });
}

void checkSuperfluousTermination(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Scope &scope : definitions.scopes) {
        const bpmn::FlowNode *terminating = nullptr;
        bool isNeeded = false;
        for (const int index : scope.nodes) {
            const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
            const bool terminates = node.kind == bpmn::NodeKind::EndEvent && node.outgoing.empty()
                && node.definition(bpmn::EventKind::Terminate);
            // Beside another end, of whatever kind, it ends what that one leaves.
            isNeeded = isNeeded
                || (node.outgoing.empty() && !isInterruptingEventSubProcess(definitions, node)
                    && (!terminates || terminating));
            if (terminates)
                terminating = &node;
        }
        if (terminating && !isNeeded) {
            remarks.remark(placeOf(*terminating),
                           u"The %1 terminates, and is the only end that there is."_s.arg(described(*terminating)),
                           u"Make it a plain end event, unless several ways lead to it at a time."_s);
        }
    }
}

} // namespace

Rule superfluousTermination()
{
    return {u"superfluous-termination"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSuperfluousTermination};
}

} // namespace pipeline::validation::rules
