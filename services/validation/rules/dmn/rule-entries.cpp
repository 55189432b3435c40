// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DefaultDmnTransform.transformDecisionTableRule, errors DMN-02005 and DMN-02006.
void checkRuleEntries(const SourceFile &file, Remarks &remarks)
{
    for (const dmn::Decision &decision : tableDecisions(file.graph())) {
        const dmn::DecisionTable &table = decision.table;
        for (const dmn::Rule &rule : table.rules) {
            const auto check = [&](size_t entries, size_t columns, const QString &kind) {
                if (entries == columns)
                    return;
                remarks.reject(placeOf(file, rule.at),
                               u"The rule has %1 %2 entries, and the %3 has %4 %2s."_s.arg(
                                   QString::number(entries), kind, described(decision), QString::number(columns)),
                               u"Give each rule one %1 entry for each %1."_s.arg(kind));
            };
            check(rule.inputs.size(), table.inputs.size(), u"input"_s);
            check(rule.outputs.size(), table.outputs.size(), u"output"_s);
        }
    }
}

} // namespace

Rule ruleEntries()
{
    return {u"rule-entries"_s, {FileKind::Dmn}, Rule::Needs::Content, checkRuleEntries};
}

} // namespace pipeline::validation::rules
