// SPDX-License-Identifier: Apache-2.0
#include "../../allrules.h"
#include "../../bpmnrules.h"
#include "../../sourceedits.h"

#include "bpmn/extensionvocabulary.h"
#include "models/similarword.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation::rules {

namespace {

/// The known word that looks most like an unknown one, which is looked for once; empty when none does.
class Suggestions {
public:
    QString bestFor(const QString &word, const QStringList &known)
    {
        auto best = m_best.constFind(word);
        if (best == m_best.constEnd())
            best = m_best.insert(word, m_best.size() < mostWords ? mostSimilar(word, known) : QString());
        return *best;
    }

private:
    /// To compare a word with all known ones takes long, and no more findings than that are told anyway.
    static constexpr qsizetype mostWords = 1'001;

    QHash<QString, QString> m_best;
};

QString hintOf(const QString &suggestion)
{
    return suggestion.isEmpty() ? u"Remove it, or correct its name."_s : u"Did you mean %1?"_s.arg(quoted(suggestion));
}

class Extensions {
public:
    Extensions(const SourceFile &file, Remarks &remarks) : m_remarks(remarks), m_edits(file) {}

    void check(const xml::Element &element)
    {
        static const QStringList elementNames = bpmn::extensionVocabulary().elementNames();
        static const QStringList attributeNames = bpmn::extensionVocabulary().attributeNames();
        const auto *known = bpmn::isExtension(element.nameSpace) ? m_vocabulary.element(element.name) : nullptr;
        if (bpmn::isExtension(element.nameSpace) && !known) {
            remark(element, u"element"_s, element.name, m_elements.bestFor(xml::toQString(element.name), elementNames));
            return;
        }
        for (const xml::Attribute &attribute : element.attributes) {
            if (bpmn::isExtension(attribute.nameSpace) && !m_vocabulary.attribute(attribute.name)) {
                const QString best = m_attributes.bestFor(xml::toQString(attribute.name), attributeNames);
                remark(element, u"attribute"_s, attribute.name, best, respelt(element, attribute, best));
            } else if (known && !known->isOpen && attribute.nameSpace.empty()
                       && !known->attributes.contains(attribute.name)) {
                remarkOwn(element, attribute, *known);
            }
        }
    }

private:
    void remark(const xml::Element &element, const QString &what, std::string_view name, const QString &suggestion,
                const Fix &fix = {})
    {
        m_remarks.remark(Place(element),
                         u"The engine knows no %1 %2 among its extensions, and ignores it."_s.arg(what, quoted(name)),
                         hintOf(suggestion), fix);
    }

    /// Of an attribute without namespace in an extension.
    void remarkOwn(const xml::Element &element, const xml::Attribute &attribute,
                   const bpmn::ExtensionVocabulary::Element &known)
    {
        QStringList names;
        for (const std::string &name : known.attributes)
            names << QString::fromStdString(name);
        const QString best = m_ownAttributes[xml::toQString(element.name)].bestFor(xml::toQString(attribute.name),
                                                                                   names);
        m_remarks.remark(Place(element),
                         u"`%1` has the attribute %2, which the engine does not know there and ignores."_s.arg(
                             xml::toQString(element.name), quoted(attribute.name)),
                         hintOf(best), respelt(element, attribute, best));
    }

    /// Nothing but the capitals is wrong, and there is no second attribute that could be meant.
    Fix respelt(const xml::Element &element, const xml::Attribute &attribute, const QString &suggestion)
    {
        if (xml::toQString(attribute.name).compare(suggestion, Qt::CaseInsensitive) != 0
            || !isSpeltOnce(element, attribute))
            return {};
        return m_edits.rename(element, attribute, suggestion.toStdString());
    }

    Remarks &m_remarks;
    const bpmn::ExtensionVocabulary &m_vocabulary = bpmn::extensionVocabulary();
    SourceEdits m_edits;
    Suggestions m_elements;
    Suggestions m_attributes;
    QHash<QString, Suggestions> m_ownAttributes; ///< by element
};

void checkUnknownExtension(const SourceFile &file, Remarks &remarks)
{
    Extensions extensions(file, remarks);
    for (const xml::Element &element : file.document().elements())
        extensions.check(element);
}

} // namespace

Rule unknownExtension()
{
    return {u"unknown-extension"_s, {FileKind::Bpmn}, Rule::Needs::Content, checkUnknownExtension};
}

} // namespace pipeline::validation::rules
