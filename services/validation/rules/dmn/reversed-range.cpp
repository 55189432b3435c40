// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../dmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkReversedRange(const SourceFile &file, Remarks &remarks)
{
    for (const FeelText &text : feelTexts(file)) {
        if (const auto problem = expression::readFeel(text.text, text.kind).emptyRange) {
            remarks.remark(Place(*text.element),
                           u"A range in %1 holds no value: %2."_s.arg(quotedText(text.text), problem->message),
                           problem->hint);
        }
    }
}

} // namespace

Rule reversedRange()
{
    return {u"reversed-range"_s, {FileKind::Dmn}, Rule::Needs::Content, checkReversedRange};
}

} // namespace pipeline::validation::rules
