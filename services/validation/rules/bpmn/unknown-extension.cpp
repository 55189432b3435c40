// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"

#include "bpmn/extensionvocabulary.h"
#include "models/similarword.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// A hint with the known word that looks most like the unknown one, which is looked for once.
class Suggestions {
public:
    QString hintFor(const QString &word, const QStringList &known)
    {
        auto best = m_best.constFind(word);
        if (best == m_best.constEnd())
            best = m_best.insert(word, m_best.size() < mostWords ? mostSimilar(word, known) : QString());
        return best->isEmpty() ? u"Remove it, or correct its name."_s : u"Did you mean %1?"_s.arg(quoted(*best));
    }

private:
    /// To compare a word with all known ones takes long, and no more findings than that are told anyway.
    static constexpr qsizetype mostWords = 1'001;

    QHash<QString, QString> m_best;
};

class Extensions {
public:
    explicit Extensions(Remarks &remarks) : m_remarks(remarks) {}

    void check(const xml::Element &element)
    {
        const auto *known = bpmn::isExtension(element.nameSpace) ? m_vocabulary.element(element.name) : nullptr;
        if (bpmn::isExtension(element.nameSpace) && !known) {
            remark(element, u"element"_s, element.name, m_vocabulary.elementNames(), m_elementHints);
            return;
        }
        for (const xml::Attribute &attribute : element.attributes) {
            if (bpmn::isExtension(attribute.nameSpace) && !m_vocabulary.attribute(attribute.name))
                remark(element, u"attribute"_s, attribute.name, m_vocabulary.attributeNames(), m_attributeHints);
            else if (known && !known->isOpen && attribute.nameSpace.empty()
                     && !known->attributes.contains(attribute.name))
                remarkOwn(element, attribute, *known);
        }
    }

private:
    void remark(const xml::Element &element, const QString &what, std::string_view name, const QStringList &known,
                Suggestions &suggestions)
    {
        const QString word = xml::toQString(name);
        m_remarks.remark(Place(element),
                         u"The engine knows no %1 %2 among its extensions, and ignores it."_s.arg(what, quoted(word)),
                         suggestions.hintFor(word, known));
    }

    /// Of an attribute without namespace in an extension.
    void remarkOwn(const xml::Element &element, const xml::Attribute &attribute,
                   const bpmn::ExtensionVocabulary::Element &known)
    {
        QStringList names;
        for (const std::string &name : known.attributes)
            names << QString::fromStdString(name);
        m_remarks.remark(Place(element),
                         u"`%1` has the attribute %2, which the engine does not know there and ignores."_s.arg(
                             xml::toQString(element.name), quoted(attribute.name)),
                         m_ownHints[xml::toQString(element.name)].hintFor(xml::toQString(attribute.name), names));
    }

    Remarks &m_remarks;
    const bpmn::ExtensionVocabulary &m_vocabulary = bpmn::extensionVocabulary();
    Suggestions m_elementHints;
    Suggestions m_attributeHints;
    QHash<QString, Suggestions> m_ownHints; ///< by element
};

void checkUnknownExtension(const SourceFile &file, Remarks &remarks)
{
    Extensions extensions(remarks);
    for (const xml::Element &element : file.document().elements())
        extensions.check(element);
}

} // namespace

Rule unknownExtension()
{
    return {u"unknown-extension"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkUnknownExtension};
}

} // namespace pipeline::validation::rules
