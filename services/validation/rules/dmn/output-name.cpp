// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: DefaultDmnTransform.transformDecisionTable, errors DMN-02008 and DMN-02009.
void checkOutputName(const SourceFile &file, Remarks &remarks)
{
    for (const dmn::Decision &decision : tableDecisions(file.graph())) {
        const auto &outputs = decision.table.outputs;
        QSet<QString> names;
        for (const dmn::Clause &output : outputs) {
            if (outputs.size() > 1 && output.name.isNull()) {
                remarks.reject(
                    placeOf(file, output.at),
                    u"One of the %1 outputs of the %2 has no name."_s.arg(outputs.size()).arg(described(decision)),
                    u"Name each of them: the result has its values under these names."_s);
            } else if (names.contains(output.name)) {
                remarks.reject(placeOf(file, output.at),
                               u"Two outputs of the %1 have the name `%2`."_s.arg(described(decision), output.name),
                               u"Name one of them differently."_s);
            }
            names.insert(output.name);
        }
    }
}

} // namespace

Rule outputName()
{
    return {u"output-name"_s, {FileKind::Dmn}, Rule::Needs::Content, checkOutputName};
}

} // namespace pipeline::validation::rules
