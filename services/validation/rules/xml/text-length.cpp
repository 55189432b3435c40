// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../dmnrules.h"
#include "../../timertext.h"
#include "../../userlists.h"

#include "bpmn/extensions.h"
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

/// The engine keeps expressions as they are written, for it evaluates them when somebody is about to start the process.
void checkStarters(const SourceFile &file, const bpmn::Process &process, Lengths &lengths)
{
    const xml::Element &element = file.element(process.at);
    const auto check = [&](const xml::Element &where, std::string_view name) {
        lengths.check(Place(where.position, process.id), u"The name of one who may start the process"_s,
                      xml::toQString(name));
    };
    for (const auto attribute : {"candidateStarterUsers", "candidateStarterGroups"}) {
        for (const std::string_view item : listItems(bpmn::extensionValue(element, attribute)))
            check(element, item);
    }
    for (const xml::Element *starter : bpmn::extensionElements(element, "potentialStarter")) {
        const xml::Element *names = assignmentOf(*starter);
        if (!names)
            continue;
        for (const std::string_view item : listItems(names->text))
            check(*names, assignedName(item));
    }
}

/// The column has what kind of timer it is as well: "DURATION: PT1H".
void checkTimerText(const xml::Element &definition, const QString &node, Lengths &lengths)
{
    const TimerText timer = timerTextOf(definition);
    if (!timer.element)
        return;
    const QString kind = xml::toQString(timer.element->name);
    const auto prefix = int(kind.size() - "time"_L1.size() + ": "_L1.size());
    lengths.check(Place(timer.element->position, node), u"The %1 of the timer"_s.arg(kind), timer.text,
                  column - prefix);
}

/// A user task has a timer of its own for each listener that waits for its timeout. Says whether there is one.
bool checkTimeouts(const SourceFile &file, const bpmn::FlowNode &task, Lengths &lengths)
{
    bool found = false;
    for (const xml::Element *listener : bpmn::extensionElements(file.element(task.at), "taskListener")) {
        const xml::Element *definition = listener->child(bpmn::model, "timerEventDefinition");
        if (!definition || listener->attribute("event") != "timeout")
            continue;
        checkTimerText(*definition, task.id, lengths);
        found = true;
    }
    return found;
}

/// The engine makes a row of each asynchronous continuation and timer, and one of what starts a process.
void checkNodeTexts(const SourceFile &file, const bpmn::FlowNode &node, Lengths &lengths)
{
    const bpmn::Definitions &definitions = file.definitions();
    const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
    const bool isTimer = event && event->kind == bpmn::EventKind::Timer;
    const bool startsProcess = event && node.kind == bpmn::NodeKind::StartEvent
        && bpmn::startPlaceOf(definitions, node) == bpmn::StartPlace::Process;
    const bool hasTimeout = node.kind == bpmn::NodeKind::UserTask && checkTimeouts(file, node, lengths);
    const auto checkId = [&](const QString &id) {
        lengths.check(placeOf(node), u"The id of the %1"_s.arg(described(node).section(u" `"_s, 0, 0)), id);
    };
    if (node.asyncBefore || node.asyncAfter)
        checkId(activityId(node));
    else if (isTimer || startsProcess || hasTimeout || node.turnsAsyncBefore || node.turnsAsyncAfter)
        checkId(node.id);
    if (isTimer)
        checkTimerText(file.element(event->at), node.id, lengths);
    const bpmn::GlobalEvent *target = startsProcess ? definitions.target(*event) : nullptr;
    if (target)
        lengths.check(placeOf(node), u"The name of the %1 that starts the process"_s.arg(toString(target->kind)),
                      target->name);
}

void checkBpmnTexts(const SourceFile &file, Lengths &lengths)
{
    for (const bpmn::Process &process : file.definitions().processes) {
        if (!process.executable)
            continue;
        checkProcessTexts(file, process, lengths);
        checkStarters(file, process, lengths);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions()))
        checkNodeTexts(file, node, lengths);
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
    switch (file.kind()) {
    case FileKind::Dmn:
        checkDmnTexts(file, lengths);
        break;
    case FileKind::Form:
        lengths.check(Place(file.form().idPosition), u"The id of the form"_s, file.form().id);
        break;
    default:
        checkBpmnTexts(file, lengths);
    }
}

} // namespace

Rule textLength()
{
    return {u"text-length"_s, {FileKind::Bpmn, FileKind::Dmn, FileKind::Form}, Rule::Needs::Content, checkTextLength};
}

} // namespace pipeline::validation::rules
