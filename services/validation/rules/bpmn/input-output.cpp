// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Why the engine has no mapping there; empty when it has.
QString whyNot(const bpmn::FlowNode &node, bool hasOutput)
{
    using enum bpmn::NodeKind;
    switch (node.kind) {
    case StartEvent:
    case BoundaryEvent:
    case ExclusiveGateway:
    case InclusiveGateway:
    case ParallelGateway:
    case EventBasedGateway:
        return u"has an input/output mapping, which the engine has on activities and other events only"_s;
    case EndEvent:
        return hasOutput ? u"has an output parameter, and nothing comes after it"_s : QString();
    default:
        break;
    }
    if (node.triggeredByEvent)
        return u"has an input/output mapping, which the engine does not have on event sub-processes"_s;
    return hasOutput && node.isMultiInstance()
        ? u"has an output parameter, which the engine does not have on multi-instance activities"_s
        : QString();
}

void checkInputOutput(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const auto mappings = bpmn::extensionElements(file.element(node.at), "inputOutput");
        if (mappings.empty())
            continue;
        const bool hasOutput = !bpmn::extensionChildren(*mappings.front(), "outputParameter").empty();
        if (const QString why = whyNot(node, hasOutput); !why.isEmpty()) {
            remarks.reject(placeOf(node), u"The %1 %2."_s.arg(described(node), why),
                           u"Move it to an activity, or set the variables by a listener or script."_s);
        }
    }
}

} // namespace

Rule inputOutput()
{
    return {u"input-output"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkInputOutput};
}

} // namespace pipeline::validation::rules
