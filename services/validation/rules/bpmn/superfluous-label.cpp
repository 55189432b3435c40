// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Whether the flow is one of several that are chosen from.
bool isChosen(const bpmn::Definitions &definitions, const bpmn::SequenceFlow &flow)
{
    if (flow.isConditional())
        return true;
    if (flow.from < 0)
        return false;
    const bpmn::FlowNode &source = definitions.nodes[size_t(flow.from)];
    if (!flow.id.isNull() && flow.id == source.defaultFlow)
        return true;
    const bool decides = source.kind == bpmn::NodeKind::ExclusiveGateway
        || source.kind == bpmn::NodeKind::InclusiveGateway;
    return decides && source.outgoing.size() > 1;
}

void checkSuperfluousLabel(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::SequenceFlow &flow : definitions.flows) {
        if (!flow.name.trimmed().isEmpty() && !isChosen(definitions, flow)) {
            remarks.remark(placeOf(flow),
                           u"The %1 is named %2, although nothing is decided there."_s.arg(
                               described(flow), quoted(flow.name.simplified())),
                           u"Remove the name, or say the same in what it leads to."_s);
        }
    }
}

} // namespace

Rule superfluousLabel()
{
    return {u"superfluous-label"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSuperfluousLabel};
}

} // namespace pipeline::validation::rules
