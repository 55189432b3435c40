// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkStandardLoop(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (const xml::Element *loop = file.element(node.at).child(bpmn::model, "standardLoopCharacteristics")) {
            remarks.remark(
                Place(*loop),
                u"The %1 is marked as a loop, which the engine ignores: it is done once."_s.arg(described(node)),
                u"Draw a gateway that leads back, or make it multi-instance."_s);
        }
    }
}

} // namespace

Rule standardLoop()
{
    return {u"standard-loop"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkStandardLoop};
}

} // namespace pipeline::validation::rules
