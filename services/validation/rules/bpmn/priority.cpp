// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../sourceedits.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What Java reads as an int, or what the engine takes for an expression.
bool isPriority(std::string_view value)
{
    const QString text = xml::toQString(value);
    const QString start = text.trimmed();
    if (start.startsWith("${"_L1) || start.startsWith("#{"_L1))
        return true;
    static const QRegularExpression number(u"^[+-]?[0-9]+\\z"_s);
    bool fits = false;
    text.toInt(&fits);
    return fits && number.match(text).hasMatch();
}

void checkPriorityOf(const SourceFile &file, const xml::Element &element, const char *name, Remarks &remarks)
{
    const xml::Attribute *priority = bpmn::extension(element, name);
    if (!priority || isPriority(priority->value))
        return;
    const std::string_view bare = xml::trimmed(priority->value);
    remarks.reject(
        Place(element),
        u"camunda:%1 is %2, which is no whole number."_s.arg(QLatin1StringView(name), quoted(priority->value)),
        u"Write a whole number such as 50, or an expression such as ${prioridade}."_s,
        isPriority(bare) ? SourceEdits(file).setValue(element, *priority, xml::toQString(bare)) : Fix());
}

void checkPriority(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::Process &process : file.definitions().processes) {
        if (!process.executable)
            continue;
        checkPriorityOf(file, file.element(process.at), "jobPriority", remarks);
        checkPriorityOf(file, file.element(process.at), "taskPriority", remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(file.definitions()))
        checkPriorityOf(file, file.element(node.at), "jobPriority", remarks);
    for (const ServiceLike &service : serviceLikes(file)) {
        if (service.way == ServiceLike::Way::External)
            checkPriorityOf(file, *service.element, "taskPriority", remarks);
    }
}

} // namespace

Rule priority()
{
    return {u"priority"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkPriority};
}

} // namespace pipeline::validation::rules
