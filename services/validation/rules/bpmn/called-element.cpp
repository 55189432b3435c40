// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkCalledElement(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.kind != bpmn::NodeKind::CallActivity)
            continue;
        const xml::Element &element = file.element(node.at);
        const bool callsProcess = element.findAttribute("calledElement");
        const bool callsCase = bpmn::extension(element, "caseRef");
        if (!callsProcess && !callsCase) {
            remarks.reject(placeOf(node), u"The %1 does not say what it calls."_s.arg(described(node)),
                           u"Set calledElement to the id of a process."_s);
        } else if (callsProcess && callsCase) {
            remarks.reject(placeOf(node), u"The %1 calls both a process and a case."_s.arg(described(node)),
                           u"Keep calledElement or camunda:caseRef."_s);
        } else if (callsProcess && xml::trimmed(element.attribute("calledElement")).empty()) {
            remarks.remark(placeOf(node),
                           u"The %1 calls nothing, so that the engine fails when it gets there."_s.arg(described(node)),
                           u"Set calledElement to the id of a process."_s);
        }
    }
}

} // namespace

Rule calledElement()
{
    return {u"called-element"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkCalledElement};
}

} // namespace pipeline::validation::rules
