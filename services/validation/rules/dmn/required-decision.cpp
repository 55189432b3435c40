// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Empty when the requirement leads from one decision that the engine evaluates to another.
QString problemOf(const SourceFile &file, const dmn::Decision &decision, const dmn::Requirement &requirement)
{
    if (requirement.decision < 0) {
        const xml::Element *target = file.document().byId(requirement.id.toStdString());
        if (!target)
            return u"The %1 requires \"%2\", which is not in the file."_s.arg(described(decision), requirement.href);
        return u"The %1 requires `%2`, which is no decision but `%3`."_s.arg(described(decision), requirement.id,
                                                                             xml::toQString(target->name));
    }
    const dmn::Decision &required = file.graph().decisions[size_t(requirement.decision)];
    if (!required.isEvaluated())
        return u"The %1 requires the %2, which the engine does not evaluate."_s.arg(described(decision),
                                                                                    described(required));
    if (!decision.isEvaluated())
        return u"The %1, which the engine does not evaluate, requires another decision."_s.arg(described(decision));
    return {};
}

/// Source: DefaultDmnTransform.getRequiredDmnDecisions and buildDecisionRequirements.
void checkRequiredDecision(const SourceFile &file, Remarks &remarks)
{
    const dmn::Graph &graph = file.graph();
    for (const dmn::Decision &decision : graph.decisions) {
        for (const dmn::Requirement &requirement : decision.requirements) {
            if (const QString problem = problemOf(file, decision, requirement); !problem.isEmpty())
                remarks.reject(placeOf(file, requirement.at), problem,
                               u"Let the requirement lead to a decision of this file that has a decision table or a "
                               "literal expression, or remove it."_s);
        }
    }
}

} // namespace

Rule requiredDecision()
{
    return {u"required-decision"_s, {FileKind::Dmn}, Rule::Needs::Content, checkRequiredDecision};
}

} // namespace pipeline::validation::rules
