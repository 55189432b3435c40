// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../sourceedits.h"

#include "bpmn/extensionvocabulary.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

void checkWord(const SourceFile &file, const xml::Element &element, const char *name, const QString &id,
               Remarks &remarks)
{
    const xml::Attribute *flag = element.findAttribute(name);
    const std::string_view value = flag ? xml::trimmed(flag->value) : std::string_view();
    if (value == "1" || value == "0") {
        remarks.reject(Place(element.position, id),
                       u"`%1` is %2: the schema allows that, and the engine breaks on it."_s.arg(
                           QLatin1StringView(name), quoted(value)),
                       u"Write true or false."_s,
                       SourceEdits(file).setValue(element, *flag, value == "1" ? u"true"_s : u"false"_s));
    }
}

/// The engine compares these letter by letter, and takes whatever else is there for false.
void checkExtensionFlags(const xml::Element &element, Remarks &remarks)
{
    const bpmn::ExtensionVocabulary &vocabulary = bpmn::extensionVocabulary();
    const auto *extension = bpmn::isExtension(element.nameSpace) ? vocabulary.element(element.name) : nullptr;
    for (const xml::Attribute &attribute : element.attributes) {
        const auto *known = bpmn::isExtension(attribute.nameSpace) ? vocabulary.attribute(attribute.name) : nullptr;
        const bool isFlag = known
            ? known->isFlag
            : extension && attribute.nameSpace.empty() && extension->flags.contains(attribute.name);
        if (isFlag && attribute.value != "true" && attribute.value != "false") {
            remarks.remark(Place(element),
                           u"`%1` is %2, which the engine takes for false."_s.arg(xml::toQString(attribute.name),
                                                                                  quoted(attribute.value)),
                           u"Write true or false."_s);
        }
    }
}

void checkTrueOrFalse(const SourceFile &file, Remarks &remarks)
{
    for (const bpmn::FlowNode &node : readNodes(file.definitions())) {
        if (node.isMultiInstance())
            checkWord(file, file.element(node.loop), "isSequential", node.id, remarks);
        if (node.kind == bpmn::NodeKind::SubProcess)
            checkWord(file, file.element(node.at), "triggeredByEvent", node.id, remarks);
    }
    for (const xml::Element &element : file.document().elements())
        checkExtensionFlags(element, remarks);
}

} // namespace

Rule trueOrFalse()
{
    return {u"true-or-false"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkTrueOrFalse};
}

} // namespace pipeline::validation::rules
