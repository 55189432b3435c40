// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoComplexGateway(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (node.kind == bpmn::NodeKind::ComplexGateway) {
            remarks.remark(placeOf(node),
                           u"The %1 is of a kind that the engine does not carry out."_s.arg(described(node)),
                           u"Use exclusive, inclusive or parallel gateways."_s);
        }
    }
}

} // namespace

Rule noComplexGateway()
{
    return {u"no-complex-gateway"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoComplexGateway};
}

} // namespace pipeline::validation::rules
