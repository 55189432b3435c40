// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkTableRules(const SourceFile &file, Remarks &remarks)
{
    for (const dmn::Decision &decision : tableDecisions(file.graph())) {
        if (decision.table.rules.empty()) {
            remarks.remark(placeOf(file, decision.logicAt),
                           u"The table of the %1 has no rules and never has a result."_s.arg(described(decision)),
                           u"Add a rule."_s);
        } else if (decision.table.inputs.empty()) {
            remarks.remark(placeOf(file, decision.logicAt),
                           u"The table of the %1 has no inputs: every rule applies always."_s.arg(described(decision)),
                           u"Add an input, or make it a literal expression."_s);
        }
    }
}

} // namespace

Rule tableRules()
{
    return {u"table-rules"_s, {FileKind::Dmn}, Rule::Needs::Content, checkTableRules};
}

} // namespace pipeline::validation::rules
