// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DefaultDmnTransform.transformDecision, which logs it and goes on.
void checkDecisionLogic(const SourceFile &file, Remarks &remarks)
{
    for (const dmn::Decision &decision : file.graph().decisions) {
        if (decision.isEvaluated())
            continue;
        const QString why = decision.logic == dmn::Logic::None ? u"it has neither a decision table nor an expression"_s
                                                               : u"it evaluates no `%1`"_s.arg(decision.logicName);
        remarks.remark(placeOf(file, decision.at),
                       u"The engine will ignore the %1, for %2."_s.arg(described(decision), why),
                       u"Make it a decision table or a literal expression, or remove it."_s);
    }
}

} // namespace

Rule decisionLogic()
{
    return {u"decision-logic"_s, {FileKind::Dmn}, Rule::Needs::Content, checkDecisionLogic};
}

} // namespace pipeline::validation::rules
