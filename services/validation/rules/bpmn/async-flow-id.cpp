// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkAsyncFlowId(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (!node.asyncAfter)
            continue;
        for (const int index : node.outgoing) {
            const bpmn::SequenceFlow &flow = file.definitions().flows[size_t(index)];
            if (!flow.id.isNull())
                continue;
            remarks.reject(placeOf(flow.at, activityId(node)),
                           u"The flow out of the %1 to %2 has no id, which asyncAfter needs."_s.arg(
                               described(node), quoted(flow.target)),
                           u"Give the sequence flow an id: the engine remembers by it how to go on."_s);
        }
    }
}

} // namespace

Rule asyncFlowId()
{
    return {u"async-flow-id"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkAsyncFlowId};
}

} // namespace pipeline::validation::rules
