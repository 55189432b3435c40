// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DefaultDmnTransform, errors DMN-02010 to DMN-02013 and DMN-02017.
void checkDmnId(const SourceFile &file, Remarks &remarks)
{
    const dmn::Graph &graph = file.graph();
    const auto check = [&](const QString &id, const dmn::Location &at, const QString &what) {
        if (id.isNull())
            remarks.reject(placeOf(file, at), u"%1 has no id."_s.arg(what),
                           u"Give it one that is unique in the file."_s);
    };
    if (graph.root == "definitions"_L1)
        check(graph.id, graph.at, u"`definitions`"_s);
    for (const dmn::Decision &decision : graph.decisions)
        check(decision.id, decision.at, u"The %1"_s.arg(described(decision)));
    for (const dmn::Decision &decision : tableDecisions(graph)) {
        for (const dmn::Clause &input : decision.table.inputs)
            check(input.id, input.at, u"An input of the %1"_s.arg(described(decision)));
        for (const dmn::Clause &output : decision.table.outputs)
            check(output.id, output.at, u"An output of the %1"_s.arg(described(decision)));
        for (const dmn::Rule &rule : decision.table.rules)
            check(rule.id, rule.at, u"A rule of the %1"_s.arg(described(decision)));
    }
}

} // namespace

Rule dmnId()
{
    return {u"dmn-id"_s, {FileKind::Dmn}, Rule::Needs::Content, checkDmnId};
}

} // namespace pipeline::validation::rules
