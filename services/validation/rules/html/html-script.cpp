// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../textcursor.h"

#include "expression/javascript.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// Templates and data are in scripts of other types.
bool isJavaScript(const HtmlElement &script)
{
    static const QStringList types{QString(), u"text/javascript"_s, u"application/javascript"_s, u"module"_s};
    return script.has(u"cam-script"_s) || types.contains(script.attributes.value(u"type"_s).trimmed().toLower());
}

void checkScripts(const SourceFile &file, Remarks &remarks)
{
    const HtmlPage &page = file.html();
    TextCursor cursor(page.text);
    for (const HtmlElement &script : page.elements) {
        if (script.name != "script"_L1 || !isJavaScript(script))
            continue;
        const auto problem = expression::javaScriptProblem(
            QStringView(page.text).sliced(script.contentBegin, script.contentEnd - script.contentBegin));
        if (problem)
            remarks.remark(Place(cursor.at(script.contentBegin + problem->offset)),
                           u"The script does not parse: %1."_s.arg(problem->message),
                           u"Correct it: none of it will run."_s);
    }
}

} // namespace

Rule htmlScript()
{
    return {u"html-script"_s, {FileKind::Html}, Rule::Needs::Content, checkScripts};
}

} // namespace pipeline::validation::rules
