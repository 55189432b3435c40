// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The gateway that takes one of its ways and from which a flow comes with nothing else coming in between; -1 for none.
int choiceBefore(const bpmn::Definitions &definitions, int flow)
{
    for (int at = definitions.flows[size_t(flow)].from; at >= 0;) {
        const bpmn::FlowNode &node = definitions.nodes[size_t(at)];
        const bool chooses = node.kind == bpmn::NodeKind::ExclusiveGateway
            || node.kind == bpmn::NodeKind::EventBasedGateway;
        if (chooses && node.outgoing.size() > 1)
            return at;
        if (node.incoming.size() != 1 || node.outgoing.size() != 1)
            return -1;
        at = definitions.flows[size_t(node.incoming.front())].from;
    }
    return -1;
}

void checkParallelJoinAfterChoice(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &join : readNodes(definitions)) {
        if (join.kind != bpmn::NodeKind::ParallelGateway || join.incoming.size() < 2)
            continue;
        QSet<int> choices;
        for (const int flow : join.incoming) {
            const int choice = choiceBefore(definitions, flow);
            if (choice >= 0 && choices.contains(choice)) {
                remarks.remark(placeOf(join),
                               u"The %1 waits for all that comes in, and of two of its ways the %2 takes only one: it "
                               u"waits for ever."_s.arg(described(join), described(definitions.nodes[size_t(choice)])),
                               u"Join by an exclusive gateway, or split by a parallel one."_s);
                break;
            }
            choices.insert(choice);
        }
    }
}

} // namespace

Rule parallelJoinAfterChoice()
{
    return {u"parallel-join-after-choice"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkParallelJoinAfterChoice};
}

} // namespace pipeline::validation::rules
