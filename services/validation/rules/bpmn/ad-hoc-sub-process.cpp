// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkContent(const bpmn::Definitions &definitions, const bpmn::FlowNode &subProcess, Remarks &remarks)
{
    for (const int index : definitions.scopes[size_t(subProcess.inner)].nodes) {
        const bpmn::FlowNode &node = definitions.nodes[size_t(index)];
        if (node.kind == bpmn::NodeKind::StartEvent || node.kind == bpmn::NodeKind::EndEvent) {
            remarks.remark(placeOf(node),
                           u"The %1 is in the %2, which neither begins nor ends anywhere."_s.arg(described(node),
                                                                                                 described(subProcess)),
                           u"Remove it, or make the sub-process a plain one."_s);
        }
    }
}

void checkAdHocSubProcess(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (node.kind != bpmn::NodeKind::AdHocSubProcess)
            continue;
        if (definitions.scopes[size_t(node.scope)].read) {
            remarks.remark(placeOf(node),
                           u"The engine passes over the %1 and all that is in it."_s.arg(described(node)),
                           u"Use a plain sub-process, and draw in which order things are done."_s);
        }
        checkContent(definitions, node, remarks);
    }
}

} // namespace

Rule adHocSubProcess()
{
    return {u"ad-hoc-sub-process"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkAdHocSubProcess};
}

} // namespace pipeline::validation::rules
