// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DmnDecisionTableTransformHandler, error DMN-02007; SumHitPolicyHandler and its like, error DMN-03003.
void checkHitPolicy(const SourceFile &file, Remarks &remarks)
{
    static const QStringList policies{u"UNIQUE"_s, u"FIRST"_s, u"ANY"_s, u"RULE ORDER"_s, u"COLLECT"_s};
    for (const dmn::Decision &decision : tableDecisions(file.graph())) {
        const QString policy = decision.table.hitPolicy.isNull() ? u"UNIQUE"_s : decision.table.hitPolicy;
        const QString aggregation = decision.table.aggregation;
        if (!policies.contains(policy)) {
            remarks.reject(
                placeOf(file, decision.logicAt),
                u"The hit policy %1 of the %2 is not one that the engine has."_s.arg(policy, described(decision)),
                u"Use one of %1."_s.arg(policies.join(", "_L1)));
        } else if (!aggregation.isNull() && policy != "COLLECT"_L1) {
            remarks.reject(
                placeOf(file, decision.logicAt),
                u"The %1 has the aggregation %2 and the hit policy %3."_s.arg(described(decision), aggregation, policy),
                u"Only COLLECT can aggregate: use that, or remove the aggregation."_s);
        } else if (!aggregation.isNull() && decision.table.outputs.size() > 1) {
            remarks.remark(placeOf(file, decision.logicAt),
                           u"The %1 aggregates, and has several outputs: it fails whenever a rule applies."_s.arg(
                               described(decision)),
                           u"Keep one output, or make a table of its own for each."_s);
        }
    }
}

} // namespace

Rule hitPolicy()
{
    return {u"hit-policy"_s, {FileKind::Dmn}, Rule::Needs::Content, checkHitPolicy};
}

} // namespace pipeline::validation::rules
