// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkSuppression(const Suppression &suppression, const QStringList &ids, qsizetype file, Remarks &remarks)
{
    const Place place(suppression.position, suppression.element);
    const QString &rule = suppression.rule;
    if (!ids.contains(rule)) {
        remarks.remark(file, place,
                       rule.isEmpty() ? u"The suppression names no rule."_s
                                      : u"There is no rule `%1` to suppress."_s.arg(rule),
                       u"Name one of `prometheus-pipeline rule list` after pipeline:ignore:."_s);
    } else if (suppression.reason.isEmpty()) {
        remarks.remark(file, place, u"The suppression of `%1` has no reason, and so no effect."_s.arg(rule),
                       u"Say in its value why what the rule finds is meant."_s);
    } else if (suppression.isRefused) {
        remarks.remark(file, place, u"What `%1` finds here the engine rejects; it cannot be suppressed."_s.arg(rule),
                       u"Repair it, and remove the suppression."_s);
    } else if (!suppression.isUsed) {
        remarks.remark(file, place, u"The suppression of `%1` suppresses nothing."_s.arg(rule),
                       u"Remove it, or move it to the element that the finding names or to one around that."_s);
    }
}

/// Comes last of all rules, for what the others find decides.
void checkSuppressions(std::span<const FileReport> files, Remarks &remarks)
{
    const QStringList ids = ruleIds();
    for (qsizetype i = 0; i < qsizetype(files.size()); ++i) {
        for (const Suppression &suppression : files[size_t(i)].suppressions.all())
            checkSuppression(suppression, ids, i, remarks);
    }
}

} // namespace

Rule suppression()
{
    return {.id = u"suppression"_s, .kinds = {}, .checkRelease = checkSuppressions};
}

} // namespace pipeline::validation::rules
