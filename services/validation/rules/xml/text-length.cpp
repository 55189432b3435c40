// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../dmnrules.h"

#include "dmn/dmnfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// A column of the engine's tables, in UTF-16 units.
constexpr int column = 255;
constexpr int versionTagColumn = 64;

class Lengths {
public:
    explicit Lengths(Remarks &remarks) : m_remarks(remarks) {}

    void check(const Place &place, const QString &what, const QString &text, int limit = column)
    {
        if (text.size() <= limit)
            return;
        m_remarks.reject(place,
                         u"%1 has %2 characters, and the engine keeps %3."_s.arg(what).arg(text.size()).arg(limit),
                         u"Shorten it."_s);
    }

private:
    Remarks &m_remarks;
};

void checkProcessTexts(const SourceFile &file, const bpmn::Process &process, Lengths &lengths)
{
    const xml::Element &element = file.element(process.at);
    const Place place = placeOf(process.at, process.id);
    lengths.check(place, u"The id of the process"_s, process.id);
    lengths.check(place, u"The name of the process"_s, process.name);
    lengths.check(place, u"The version tag of the process"_s,
                  xml::toQString(bpmn::extensionValue(element, "versionTag")), versionTagColumn);
    if (const xml::Element *root = file.document().root())
        lengths.check(Place(*root), u"The targetNamespace, which becomes the process's category,"_s,
                      xml::toQString(root->attribute("targetNamespace")));
}

/// The engine makes a row of each asynchronous continuation and timer, and one of what starts a process.
void checkNodeTexts(const bpmn::Definitions &definitions, const bpmn::FlowNode &node, Lengths &lengths)
{
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
    const bool isTimer = event && event->kind == bpmn::EventKind::Timer;
    const bool startsProcess = event && node.kind == bpmn::NodeKind::StartEvent
        && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process;
    if (node.asyncBefore || node.asyncAfter || isTimer || startsProcess)
        lengths.check(placeOf(node), u"The id of the %1"_s.arg(described(node).section(u" `"_s, 0, 0)), node.id);
    const bpmn::GlobalEvent *target = startsProcess ? definitions.target(*event) : nullptr;
    if (target)
        lengths.check(placeOf(node), u"The name of the %1 that starts the process"_s.arg(toString(target->kind)),
                      target->name);
}

void checkBpmnTexts(const SourceFile &file, Lengths &lengths)
{
    for (const bpmn::Process &process : file.definitions().processes) {
        if (process.executable)
            checkProcessTexts(file, process, lengths);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions()))
        checkNodeTexts(file.definitions(), node, lengths);
}

/// The engine makes a row of each decision that it evaluates, and one of all of them when there are several.
void checkDmnTexts(const SourceFile &file, Lengths &lengths)
{
    const dmn::Graph &graph = file.graph();
    const auto rows = std::ranges::count_if(graph.decisions, &dmn::Decision::isEvaluated);
    if (rows == 0)
        return;
    const xml::Element &root = file.element(graph.at);
    lengths.check(Place(root), u"The namespace, which becomes the category of the decisions,"_s,
                  xml::toQString(root.attribute("namespace")));
    if (rows > 1) {
        lengths.check(Place(root), u"The id of `definitions`"_s, graph.id);
        lengths.check(Place(root), u"The name of `definitions`"_s, xml::toQString(root.attribute("name")));
    }
    for (const dmn::Decision &decision : graph.decisions) {
        if (!decision.isEvaluated())
            continue;
        const Place place = placeOf(file, decision.at);
        const xml::Attribute *versionTag = dmn::extension(file.element(decision.at), "versionTag");
        lengths.check(place, u"The id of the decision"_s, decision.id);
        lengths.check(place, u"The name of the decision"_s, decision.name);
        lengths.check(place, u"The version tag of the decision"_s,
                      versionTag ? xml::toQString(versionTag->value) : QString(), versionTagColumn);
    }
}

void checkTextLength(const SourceFile &file, Remarks &remarks)
{
    Lengths lengths(remarks);
    if (file.kind() == FileKind::Dmn)
        checkDmnTexts(file, lengths);
    else
        checkBpmnTexts(file, lengths);
}

} // namespace

Rule textLength()
{
    return {u"text-length"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Content, checkTextLength};
}

} // namespace pipeline::validation::rules
