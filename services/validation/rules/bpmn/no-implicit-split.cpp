// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoImplicitSplit(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (node.isGateway())
            continue;
        const auto unconditional = std::ranges::count_if(node.outgoing, [&](int index) {
            const bpmn::SequenceFlow &flow = definitions.flows[size_t(index)];
            return !flow.isConditional() && (flow.id.isNull() || flow.id != node.defaultFlow);
        });
        if (unconditional > 1) {
            remarks.remark(placeOf(node),
                           u"%1 flows without condition leave the %2, and all of them are taken."_s.arg(
                               QString::number(unconditional), described(node)),
                           u"Draw a parallel gateway if that is meant, an exclusive one if it is not."_s);
        }
    }
}

} // namespace

Rule noImplicitSplit()
{
    return {u"no-implicit-split"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoImplicitSplit};
}

} // namespace pipeline::validation::rules
