// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../scripts.h"

#include "expression/javascript.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

bool isJavaScript(std::string_view language)
{
    static const QStringList names{u"javascript"_s, u"ecmascript"_s, u"js"_s, u"nashorn"_s, u"graal.js"_s, u"rhino"_s};
    return names.contains(xml::toQString(language).toLower());
}

void checkScriptSyntax(const SourceFile &file, Remarks &remarks)
{
    for (const Script &script : scriptsOf(file)) {
        if (script.text.empty() || !isJavaScript(script.language))
            continue;
        const QString text = xml::toQString(script.text);
        const auto problem = expression::javaScriptProblem(text);
        if (!problem)
            continue;
        const auto line = QStringView(text).first(problem->offset).count(u'\n') + 1;
        remarks.remark(
            Place(*script.element),
            u"The JavaScript of `%1` does not parse, so that the engine fails when it gets there: in its line "
            u"%2, %3."_s.arg(xml::toQString(script.element->name), QString::number(line), problem->message),
            u"Correct it; what is long is easier to test in a file of its own."_s);
    }
}

} // namespace

Rule scriptSyntax()
{
    return {u"script-syntax"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkScriptSyntax};
}

} // namespace pipeline::validation::rules
