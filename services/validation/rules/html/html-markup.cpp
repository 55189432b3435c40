// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../htmlscanner.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkHtmlMarkup(const SourceFile &file, Remarks &remarks)
{
    const QString text = QString::fromUtf8(file.input().bytes);
    // The problems are in the order of their offsets.
    xml::Position position{1, 1};
    qsizetype lineBegin = 0;
    for (const HtmlProblem &problem : scanHtml(text)) {
        for (qsizetype end; (end = text.indexOf(u'\n', lineBegin)) >= 0 && end < problem.offset; lineBegin = end + 1)
            ++position.line;
        position.column = int(problem.offset - lineBegin) + 1;
        remarks.remark(Place(position), problem.message, problem.hint);
    }
}

} // namespace

Rule htmlMarkup()
{
    return {u"html-markup"_s, {FileKind::Html}, Rule::Needs::Content, checkHtmlMarkup};
}

} // namespace pipeline::validation::rules
