// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: the engine's parser makes a plain event of whatever it does not look for there.
void checkEventWithoutEffect(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const bool isPlainOtherwise = node.kind == bpmn::NodeKind::IntermediateThrowEvent
            || node.kind == bpmn::NodeKind::EndEvent
            || (node.kind == bpmn::NodeKind::StartEvent
                && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process);
        if (!isPlainOtherwise || node.definitions.empty() || bpmn::effectiveEvent(definitions, node))
            continue;
        remarks.remark(placeOf(node),
                       u"The %1 has a `%2`, which the engine ignores there: it is a plain event."_s.arg(
                           described(node), xml::toQString(file.element(node.definitions.front().at).name)),
                       u"Use an event of another kind, or in another place."_s);
    }
}

} // namespace

Rule eventWithoutEffect()
{
    return {u"event-without-effect"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkEventWithoutEffect};
}

} // namespace pipeline::validation::rules
