// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "bpmn/extensionvocabulary.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// What an extension element belongs to: the element around its extensionElements, or the extension that it is part of.
const xml::Element *ownerOf(const xml::Element &extension)
{
    const xml::Element *parent = extension.parent;
    return parent && parent->is(bpmn::model, "extensionElements") ? parent->parent : parent;
}

/// "`startEvent` and `userTask` only", with the names that elements have in a file.
QString only(const bpmn::ExtensionVocabulary::Places &places)
{
    QStringList names;
    for (const std::string &place : places) {
        const QString name = QString::fromStdString(place);
        names << quoted(name.first(1).toLower() + name.sliced(1));
    }
    const QString last = names.takeLast();
    return (names.isEmpty() ? last : names.join(u", "_s) + u" and "_s + last) + u" only"_s;
}

/// Whether the engine reads the element at all: it is BPMN, or an extension.
bool isKnownKind(const xml::Element &element)
{
    return element.nameSpace == bpmn::model || bpmn::isExtension(element.nameSpace);
}

void checkMisplacedExtension(const SourceFile &file, Remarks &remarks)
{
    const bpmn::ExtensionVocabulary &vocabulary = bpmn::extensionVocabulary();
    for (const xml::Element &element : file.document().elements()) {
        if (bpmn::isExtension(element.nameSpace)) {
            const auto *known = vocabulary.element(element.name);
            const xml::Element *owner = ownerOf(element);
            // listener-without-effect says more of listeners.
            if (known && owner && isKnownKind(*owner) && !known->places.empty() && !element.name.ends_with("Listener")
                && !bpmn::isIn(*owner, known->places)) {
                remarks.remark(Place(element),
                               u"`%1` has no effect in `%2`: the engine looks for it in %3."_s.arg(
                                   xml::toQString(element.name), xml::toQString(owner->name), only(known->places)),
                               u"Remove it, or change the kind of the element around it."_s);
            }
            continue;
        }
        if (!isKnownKind(element))
            continue;
        for (const xml::Attribute &attribute : element.attributes) {
            const auto *known = bpmn::isExtension(attribute.nameSpace) ? vocabulary.attribute(attribute.name) : nullptr;
            if (known && !bpmn::isIn(element, known->places)) {
                remarks.remark(Place(element),
                               u"`%1` has no effect on `%2`: the engine looks for it on %3."_s.arg(
                                   xml::toQString(attribute.name), xml::toQString(element.name), only(known->places)),
                               u"Remove it, or change the kind of the element."_s);
            }
        }
    }
}

} // namespace

Rule misplacedExtension()
{
    return {u"misplaced-extension"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkMisplacedExtension};
}

} // namespace pipeline::validation::rules
