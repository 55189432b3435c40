// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkLoop(const xml::Element &loop, const bpmn::FlowNode &node, Remarks &remarks)
{
    const Place place(loop.position, activityId(node));
    const xml::Element *cardinality = loop.child(bpmn::model, "loopCardinality");
    const bool hasCollection = bpmn::extension(loop, "collection") || loop.child(bpmn::model, "loopDataInputRef");
    if (cardinality && bpmn::textOf(*cardinality).empty())
        remarks.reject(place, u"The multi-instance %1 has an empty `loopCardinality`."_s.arg(described(node)),
                       u"Write a number or an expression between its tags."_s);
    if (!cardinality && !hasCollection) {
        remarks.reject(place, u"The multi-instance %1 does not say how often it is done."_s.arg(described(node)),
                       u"Set camunda:collection to a list, or add loopCardinality with a number."_s);
    }
    const xml::Element *item = loop.child(bpmn::model, "inputDataItem");
    if (!hasCollection && (bpmn::extension(loop, "elementVariable") || (item && item->findAttribute("name")))) {
        remarks.reject(
            place,
            u"The multi-instance %1 names a variable for each item, and has no collection."_s.arg(described(node)),
            u"Set camunda:collection, or remove camunda:elementVariable."_s);
    }
}

void checkMultiInstance(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (!node.isMultiInstance() || !file.definitions().scopes[size_t(node.scope)].read)
            continue;
        checkLoop(file.element(node.loop), node, remarks);
        if (!node.isRead()) {
            remarks.reject(placeOf(node),
                           u"The %1 is multi-instance, and the engine runs none of its kind."_s.arg(described(node)),
                           u"Use a sub-process instead."_s);
        }
    }
}

} // namespace

Rule multiInstance()
{
    return {u"multi-instance"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMultiInstance};
}

} // namespace pipeline::validation::rules
