// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoGatewayJoinFork(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (node.isGateway() && node.incoming.size() > 1 && node.outgoing.size() > 1) {
            remarks.remark(placeOf(node), u"The %1 joins and splits at the same time."_s.arg(described(node)),
                           u"Draw one gateway that joins, and behind it one that splits."_s);
        }
    }
}

} // namespace

Rule noGatewayJoinFork()
{
    return {u"no-gateway-join-fork"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoGatewayJoinFork};
}

} // namespace pipeline::validation::rules
