// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSingleEventDefinition(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (!node.isEvent() || node.definitions.size() < 2)
            continue;
        const bool isOneKind = std::ranges::all_of(node.definitions, [&](const bpmn::EventDefinition &event) {
            return event.kind == node.definitions.front().kind;
        });
        if (isOneKind && node.isRead())
            continue; // repeated-element
        const bpmn::EventDefinition *taken = bpmn::effectiveEvent(definitions, node);
        remarks.remark(placeOf(node),
                       u"The %1 is about %2 things at once, and the engine takes %3."_s.arg(
                           described(node), QString::number(node.definitions.size()),
                           taken ? u"one of them, the %1"_s.arg(toString(taken->kind)) : u"none of them"_s),
                       u"Draw an event for each."_s);
    }
}

} // namespace

Rule singleEventDefinition()
{
    return {u"single-event-definition"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkSingleEventDefinition};
}

} // namespace pipeline::validation::rules
