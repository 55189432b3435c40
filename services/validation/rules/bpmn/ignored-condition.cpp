// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: the behaviours of the engine's parallel gateways and, for event-based ones, event-based-gateway.
void checkIgnoredCondition(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::SequenceFlow &flow : readFlows(definitions)) {
        if (!flow.isConditional() || flow.from < 0)
            continue;
        const bpmn::FlowNode &source = definitions.nodes[size_t(flow.from)];
        if (source.kind != bpmn::NodeKind::ParallelGateway)
            continue;
        remarks.remark(placeOf(flow),
                       u"The condition of the %1 is ignored, for the %2 takes all its ways."_s.arg(described(flow),
                                                                                                   described(source)),
                       u"Remove the condition, or use an inclusive gateway."_s);
    }
}

} // namespace

Rule ignoredCondition()
{
    return {u"ignored-condition"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkIgnoredCondition};
}

} // namespace pipeline::validation::rules
