// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "../../scripts.h"

#include "models/similarword.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkScriptLanguage(const SourceFile &file, Remarks &remarks)
{
    // In lower case, as the engine asks for them: its own, and script engines for Java under their common names.
    static const QStringList known{
        u"juel"_s,  u"feel"_s,       u"javascript"_s, u"ecmascript"_s, u"js"_s,        u"nashorn"_s, u"graal.js"_s,
        u"rhino"_s, u"groovy"_s,     u"python"_s,     u"jython"_s,     u"ruby"_s,      u"jruby"_s,   u"kotlin"_s,
        u"kts"_s,   u"clojure"_s,    u"scala"_s,      u"lua"_s,        u"beanshell"_s, u"bsh"_s,     u"jexl"_s,
        u"mvel"_s,  u"freemarker"_s, u"velocity"_s,   u"xslt"_s,       u"xquery"_s};
    for (const Script &script : scriptsOf(file)) {
        const QString language = xml::toQString(script.language);
        if (known.contains(language.toLower()))
            continue;
        const QString similar = mostSimilar(language, known);
        remarks.remark(
            Place(*script.element),
            u"The script language %1 is not known: without a script engine of that name the engine fails when "
            u"it gets there."_s.arg(quoted(language)),
            similar.isEmpty() ? u"Write javascript, groovy, feel or juel, or what the added engine is called."_s
                              : u"Did you mean %1?"_s.arg(quoted(similar)));
    }
}

} // namespace

Rule scriptLanguage()
{
    return {u"script-language"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkScriptLanguage};
}

} // namespace pipeline::validation::rules
