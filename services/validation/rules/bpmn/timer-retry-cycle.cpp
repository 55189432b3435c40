// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

#include "bpmn/extensions.h"
#include "expression/juel.h"
#include "time/timervalue.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// One repeat such as R3/PT10M, or durations with commas between them.
void checkRetries(const xml::Element &cycle, Remarks &remarks)
{
    const QString text = xml::toQString(xml::trimmed(cycle.text));
    if (text.isEmpty() || expression::readJuel(text).dynamic)
        return;
    for (const QString &interval : text.split(u',')) {
        if (const auto problem = time::repeatProblem(interval.trimmed(), QDateTime::currentDateTime())) {
            remarks.remark(Place(cycle),
                           u"The retries of a failed job cannot be read, so that the engine's default holds: %1."_s.arg(
                               problem->message),
                           u"Write R3/PT10M for three times every ten minutes, or PT1M,PT10M,PT1H."_s);
            return;
        }
    }
}

void checkTimerRetryCycle(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : file.definitions().nodes) {
        if (!node.isRead())
            continue;
        for (const xml::Element *cycle : bpmn::extensionElements(file.element(node.at), "failedJobRetryTimeCycle"))
            checkRetries(*cycle, remarks);
    }
}

} // namespace

Rule timerRetryCycle()
{
    return {u"timer-retry-cycle"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTimerRetryCycle};
}

} // namespace pipeline::validation::rules
