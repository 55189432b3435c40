// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../textcursor.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkHtmlMarkup(const SourceFile &file, Remarks &remarks)
{
    TextCursor cursor(file.html().text);
    for (const HtmlProblem &problem : file.html().problems)
        remarks.remark(Place(cursor.at(problem.offset)), problem.message, problem.hint);
}

} // namespace

Rule htmlMarkup()
{
    return {u"html-markup"_s, {FileKind::Html}, Rule::Needs::Content, checkHtmlMarkup};
}

} // namespace pipeline::validation::rules
