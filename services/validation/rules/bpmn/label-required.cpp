// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

QString withoutName(const QString &what)
{
    return u"The %1 has no name."_s.arg(what);
}

bool isLabelled(const bpmn::FlowNode &node)
{
    using enum bpmn::NodeKind;
    if (node.isSubProcess() || node.kind == ParallelGateway || node.kind == EventBasedGateway)
        return false;
    return !node.isGateway() || node.outgoing.size() > 1; // what only joins asks nothing
}

void checkLabelRequired(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::FlowNode &node : definitions.nodes) {
        if (isLabelled(node) && node.name.trimmed().isEmpty()) {
            remarks.remark(placeOf(node), withoutName(described(node)),
                           node.isGateway() ? u"Write the question that it asks."_s
                                            : u"Say what is done or happens."_s);
        }
    }
    for (const bpmn::SequenceFlow &flow : definitions.flows) {
        if (flow.isConditional() && flow.name.trimmed().isEmpty())
            remarks.remark(placeOf(flow), withoutName(described(flow)), u"Write the answer that leads this way."_s);
    }
    for (const auto name : {"participant", "lane"}) {
        for (const xml::Element *element : file.document().elements(bpmn::model, name)) {
            if (xml::trimmed(element->attribute("name")).empty())
                remarks.remark(Place(*element),
                               withoutName(QLatin1StringView(name) + u' ' + quoted(element->attribute("id"))),
                               u"Say who does what is in it."_s);
        }
    }
}

} // namespace

Rule labelRequired()
{
    return {u"label-required"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkLabelRequired};
}

} // namespace pipeline::validation::rules
