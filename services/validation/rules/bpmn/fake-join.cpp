// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkFakeJoin(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if ((node.isActivity() || node.isEvent()) && node.incoming.size() > 1) {
            remarks.remark(
                placeOf(node),
                u"The %1 has %2 flows into it, which it does not join: it is done once for each that comes."_s.arg(
                    described(node), QString::number(node.incoming.size())),
                u"Lead them through a gateway that says how they meet."_s);
        }
    }
}

} // namespace

Rule fakeJoin()
{
    return {u"fake-join"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkFakeJoin};
}

} // namespace pipeline::validation::rules
