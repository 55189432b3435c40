// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoInclusiveGateway(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (node.kind == bpmn::NodeKind::InclusiveGateway) {
            remarks.remark(
                placeOf(node),
                u"The %1 takes any number of its ways, so that it is hard to see what it waits for when it joins."_s
                    .arg(described(node)),
                u"Use a parallel gateway, with an exclusive one on each way that is not always taken."_s);
        }
    }
}

} // namespace

Rule noInclusiveGateway()
{
    return {u"no-inclusive-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoInclusiveGateway};
}

} // namespace pipeline::validation::rules
