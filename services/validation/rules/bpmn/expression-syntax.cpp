// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../compiledtexts.h"

#include "expression/juel.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkExpressionSyntax(const SourceFile &file, Remarks &remarks)
{
    forEachCompiledText(file, [&](const CompiledText &compiled) {
        const Place place(*compiled.element);
        if (compiled.isMissing) {
            remarks.reject(place, u"%1 is missing, which the engine compiles all the same."_s.arg(compiled.what));
            return;
        }
        const QString text = xml::toQString(compiled.text);
        if (const auto problem = expression::readJuel(text).problem) {
            remarks.reject(
                place,
                u"%1 does not compile: in \"%2\", %3 (character %4)."_s.arg(
                    compiled.what, text.simplified(), problem->message, QString::number(problem->offset + 1)),
                problem->hint);
        }
    });
}

} // namespace

Rule expressionSyntax()
{
    return {u"expression-syntax"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkExpressionSyntax};
}

} // namespace pipeline::validation::rules
