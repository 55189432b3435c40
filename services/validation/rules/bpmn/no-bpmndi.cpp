// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What the elements of the diagrams show, by id.
std::unordered_set<std::string_view> shownIds(const xml::Document &document)
{
    std::unordered_set<std::string_view> ids;
    for (const auto name : {"BPMNShape", "BPMNEdge"}) {
        for (const xml::Element *shape : document.elements(bpmn::diagram, name))
            ids.insert(bpmn::localPart(shape->attribute("bpmnElement")));
    }
    return ids;
}

/// What is to be drawn.
std::vector<const xml::Element *> drawableElements(const SourceFile &file)
{
    std::vector<const xml::Element *> elements;
    for (const bpmn::FlowNode &node : file.definitions().nodes)
        elements.push_back(&file.element(node.at));
    for (const bpmn::SequenceFlow &flow : file.definitions().flows)
        elements.push_back(&file.element(flow.at));
    for (const auto name : {"participant", "lane", "messageFlow", "dataObjectReference", "dataStoreReference",
                            "textAnnotation", "group", "association"})
        std::ranges::copy(file.document().elements(bpmn::model, name), std::back_inserter(elements));
    return elements;
}

void checkNoBpmndi(const SourceFile &file, Remarks &remarks)
{
    const auto elements = drawableElements(file);
    const auto shown = shownIds(file.document());
    if (shown.empty() && !elements.empty()) {
        remarks.remark(Place(*file.document().root()), u"The file has no diagram."_s,
                       u"Lay it out with a modeller, so that people see the process, also in the engine's tools."_s);
        return;
    }
    for (const xml::Element *element : elements) {
        const std::string_view id = xml::trimmed(element->attribute("id"));
        if (!shown.contains(id)) {
            remarks.remark(Place(*element),
                           u"The `%1` %2 is not in the diagram."_s.arg(xml::toQString(element->name), quoted(id)),
                           u"Draw it, or remove what is left of it."_s);
        }
    }
}

} // namespace

Rule noBpmndi()
{
    return {u"no-bpmndi"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkNoBpmndi};
}

} // namespace pipeline::validation::rules
