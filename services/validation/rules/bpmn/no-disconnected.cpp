// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkNoDisconnected(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (isUnconnected(definitions, node)) {
            remarks.remark(placeOf(node), u"No sequence flow enters or leaves the %1."_s.arg(described(node)),
                           u"Connect it, or remove it."_s);
        }
    }
}

} // namespace

Rule noDisconnected()
{
    return {u"no-disconnected"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoDisconnected};
}

} // namespace pipeline::validation::rules
