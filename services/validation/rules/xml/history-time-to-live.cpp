// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../sourceedits.h"

#include "bpmn/bpmnfacts.h"
#include "bpmn/namespaces.h"
#include "dmn/dmnfacts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The engine's reading: P<days>D, or whatever Java takes as an int; neither blanks nor other ISO 8601 durations.
bool isDays(const QString &text)
{
    static const QRegularExpression period(u"^P([0-9]+)D\\z"_s);
    static const QRegularExpression number(u"^[+-]?[0-9]+\\z"_s);
    const auto match = period.match(text);
    const QString days = match.hasMatch() ? match.captured(1) : text;
    bool fits = false;
    const int count = days.toInt(&fits);
    return fits && count >= 0 && number.match(days).hasMatch();
}

/// The days that were asked for, for how long a history has to be kept is for people to say.
Fix supplied(const xml::Element &definition, const xml::Attribute *empty, const SourceFile &file)
{
    if (file.options().timeToLive.isEmpty())
        return {};
    if (empty)
        return SourceEdits(file).setValue(definition, *empty, file.options().timeToLive);
    const auto nameSpace = file.kind() == FileKind::Dmn ? dmn::camunda : bpmn::camunda;
    return SourceEdits(file).addAttribute(definition, nameSpace, u"camunda"_s, u"historyTimeToLive"_s,
                                          file.options().timeToLive);
}

void checkDefinition(const xml::Element &definition, const xml::Attribute *attribute, const SourceFile &file,
                     Remarks &remarks)
{
    static const QString hint =
        u"Set camunda:historyTimeToLive to a number of days, for example \"180\" or \"P180D\"."_s;
    const QString what = u"`%1`"_s.arg(xml::toQString(definition.name));
    const QString value = attribute ? xml::toQString(attribute->value) : QString();
    if (value.isEmpty()) {
        if (file.options().historyTimeToLive == HistoryTimeToLive::Required)
            remarks.reject(Place(definition), u"%1 has no history time to live, which the engine demands."_s.arg(what),
                           hint, supplied(definition, attribute, file));
    } else if (!isDays(value)) {
        const QString meant = value.trimmed().toUpper();
        remarks.reject(Place(definition),
                       u"The history time to live \"%1\" of %2 is not a number of days."_s.arg(value, what), hint,
                       isDays(meant) ? SourceEdits(file).setValue(definition, *attribute, meant) : Fix());
    }
}

void checkHistoryTimeToLive(const SourceFile &file, Remarks &remarks)
{
    if (file.kind() == FileKind::Dmn) {
        for (const xml::Element *decision : dmn::decisions(file.document()))
            checkDefinition(*decision, dmn::extension(*decision, "historyTimeToLive"), file, remarks);
        return;
    }
    for (const xml::Element *process : file.document().elements(bpmn::model, "process")) {
        if (bpmn::isExecutable(*process))
            checkDefinition(*process, bpmn::extension(*process, "historyTimeToLive"), file, remarks);
    }
}

} // namespace

Rule historyTimeToLive()
{
    return {u"history-time-to-live"_s, {FileKind::Bpmn, FileKind::Dmn}, Rule::Needs::Content, checkHistoryTimeToLive};
}

} // namespace pipeline::validation::rules
