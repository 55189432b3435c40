// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DefaultDmnTransform.transformDecisionLiteralExpression, error DMN-02018.
void checkDecisionVariable(const SourceFile &file, Remarks &remarks)
{
    for (const dmn::Decision &decision : file.graph().decisions) {
        if (decision.logic == dmn::Logic::Literal && !decision.hasVariable()) {
            remarks.reject(placeOf(file, decision.at),
                           u"The %1 is a literal expression, and nothing names its result."_s.arg(described(decision)),
                           u"Add a `variable` with a name before the `literalExpression`."_s);
        }
    }
}

} // namespace

Rule decisionVariable()
{
    return {u"decision-variable"_s, {FileKind::Dmn}, Rule::Needs::Content, checkDecisionVariable};
}

} // namespace pipeline::validation::rules
