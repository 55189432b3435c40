// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The engine compares without case. `Any` says what it does with all others: nothing.
bool isKnownType(const QString &type)
{
    static const QStringList types{u"string"_s, u"boolean"_s, u"integer"_s, u"long"_s,
                                   u"double"_s, u"date"_s,    u"any"_s};
    return types.contains(type, Qt::CaseInsensitive);
}

/// Source: DefaultDataTypeTransformerRegistry, which knows six types and passes on all others.
void checkDataType(const SourceFile &file, Remarks &remarks)
{
    const auto check = [&](const QString &type, const dmn::Location &at, const QString &what) {
        if (type.isNull() || isKnownType(type))
            return;
        remarks.remark(
            placeOf(file, at),
            u"The type `%1` of %2 is none that the engine knows: it takes values as they come."_s.arg(type, what),
            u"Use one of string, boolean, integer, long, double and date, or no type."_s);
    };
    for (const dmn::Decision &decision : file.graph().decisions) {
        if (decision.logic == dmn::Logic::Literal)
            check(decision.variableType, decision.variable, u"the result of the %1"_s.arg(described(decision)));
    }
    for (const dmn::Decision &decision : tableDecisions(file.graph())) {
        for (const dmn::Clause &input : decision.table.inputs)
            check(input.expression.type, input.expression.at, u"an input of the %1"_s.arg(described(decision)));
        for (const dmn::Clause &output : decision.table.outputs)
            check(output.type, output.at, u"an output of the %1"_s.arg(described(decision)));
    }
}

} // namespace

Rule dataType()
{
    return {u"data-type"_s, {FileKind::Dmn}, Rule::Needs::Content, checkDataType};
}

} // namespace pipeline::validation::rules
