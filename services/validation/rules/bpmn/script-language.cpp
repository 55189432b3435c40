// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// In lower case, as the engine asks for them.
bool isKnownLanguage(const QString &language)
{
    static const QStringList known{
        // with the engine
        u"juel"_s, u"feel"_s,
        // script engines for Java under their common names
        u"javascript"_s, u"ecmascript"_s, u"js"_s, u"nashorn"_s, u"graal.js"_s, u"rhino"_s, u"groovy"_s, u"python"_s,
        u"jython"_s, u"ruby"_s, u"jruby"_s, u"kotlin"_s, u"kts"_s, u"clojure"_s, u"scala"_s, u"lua"_s, u"beanshell"_s,
        u"bsh"_s, u"jexl"_s, u"mvel"_s, u"freemarker"_s, u"velocity"_s, u"xslt"_s, u"xquery"_s};
    return known.contains(language);
}

void checkLanguage(const xml::Element &script, std::string_view language, Remarks &remarks)
{
    const QString name = xml::toQString(xml::trimmed(language));
    if (name.isEmpty() || isKnownLanguage(name.toLower()))
        return;
    remarks.remark(Place(script),
                   u"The script language %1 is not known: without a script engine of that name the engine fails when it gets there."_s.arg(
                       quoted(name)),
                   u"Write javascript, groovy, feel or juel, or what the script engine is called that was added."_s);
}

/// The scripts among an element's listeners and parameters.
void checkScriptsWithin(const xml::Element &element, Remarks &remarks)
{
    for (const xml::Element &child : element.children()) {
        if (!bpmn::isExtension(child.nameSpace))
            continue;
        if (child.name == "script")
            checkLanguage(child, child.attribute("scriptFormat"), remarks);
        else
            checkScriptsWithin(child, remarks);
    }
}

void checkExtensionScripts(const xml::Element &element, Remarks &remarks)
{
    if (const xml::Element *extensions = element.child(bpmn::model, "extensionElements"))
        checkScriptsWithin(*extensions, remarks);
}

void checkScriptLanguage(const SourceFile &file, Remarks &remarks)
{
    const bpmn::Definitions &definitions = file.definitions();
    for (const bpmn::Process &process : definitions.processes) {
        if (process.executable)
            checkExtensionScripts(file.element(process.at), remarks);
    }
    for (const bpmn::FlowNode &node : readNodes(definitions)) {
        const xml::Element &element = file.element(node.at);
        checkExtensionScripts(element, remarks);
        if (node.kind == bpmn::NodeKind::ScriptTask)
            checkLanguage(element, element.attribute("scriptFormat"), remarks);
        const bpmn::EventDefinition *event = bpmn::effectiveEvent(definitions, node);
        if (event && event->kind == bpmn::EventKind::Conditional) {
            if (const xml::Element *condition = file.element(event->at).child(bpmn::model, "condition"))
                checkLanguage(*condition, condition->attribute("language"), remarks);
        }
    }
    for (const bpmn::SequenceFlow &flow : readFlows(definitions)) {
        checkExtensionScripts(file.element(flow.at), remarks);
        if (flow.isConditional())
            checkLanguage(file.element(flow.condition), file.element(flow.condition).attribute("language"), remarks);
    }
}

} // namespace

Rule scriptLanguage()
{
    return {u"script-language"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkScriptLanguage};
}

} // namespace pipeline::validation::rules
