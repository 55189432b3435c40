// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkDecisionResult(const SourceFile &file, Remarks &remarks)
{
    static const QStringList known{u"singleEntry"_s, u"singleResult"_s, u"collectEntries"_s, u"resultList"_s};
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        const xml::Element &element = file.element(node.at);
        if (node.kind != bpmn::NodeKind::BusinessRuleTask || !bpmn::extension(element, "decisionRef"))
            continue;
        const xml::Attribute *mapping = bpmn::extension(element, "mapDecisionResult");
        if (mapping && !known.contains(xml::toQString(mapping->value))) {
            remarks.reject(placeOf(node),
                           u"The %1 maps the decision's result by %2, which the engine does not know."_s.arg(
                               described(node), quoted(mapping->value)),
                           u"Write one of %1."_s.arg(known.join(", "_L1)));
        }
    }
}

} // namespace

Rule decisionResult()
{
    return {u"decision-result"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkDecisionResult};
}

} // namespace pipeline::validation::rules
