// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Source: the grammar of the engine's FEEL, which parses when a decision is evaluated.
void checkFeelSyntax(const SourceFile &file, Remarks &remarks)
{
    for (const FeelText &text : feelTexts(file)) {
        if (const auto problem = expression::readFeel(text.text, text.kind).problem) {
            remarks.remark(Place(*text.element),
                           u"The engine cannot parse %1: %2 (character %3)."_s.arg(
                               quotedText(text.text), problem->message, QString::number(problem->offset + 1)),
                           problem->hint);
        }
    }
}

} // namespace

Rule feelSyntax()
{
    return {u"feel-syntax"_s, {FileKind::Dmn}, Rule::Needs::Content, checkFeelSyntax};
}

} // namespace pipeline::validation::rules
