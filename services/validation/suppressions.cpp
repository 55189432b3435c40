// SPDX-License-Identifier: Apache-2.0
#include "suppressions.h"

#include "rulesets/ruleset.h"
#include "sourcefile.h"

#include "bpmn/namespaces.h"
#include "dmn/dmnfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr QLatin1StringView prefix = "pipeline:ignore:"_L1;
constexpr std::string_view rootAttributes = "urn:prometheus-pipeline:ignore";

/// The element that a property is an extension of; null when it stands elsewhere.
const xml::Element *extendedElement(const xml::Element &property)
{
    const xml::Element *properties = property.parent;
    const xml::Element *extensions = properties ? properties->parent : nullptr;
    if (!extensions || properties->name != "properties" || extensions->name != "extensionElements")
        return nullptr;
    return extensions->parent;
}

} // namespace

Suppressions::Suppressions(const SourceFile &file, const Ruleset &ruleset)
{
    switch (file.kind()) {
    case FileKind::Bpmn:
    case FileKind::Dmn:
        readXml(file);
        break;
    case FileKind::Form:
        readForm(file);
        break;
    case FileKind::Html:
        readPage(file);
        break;
    case FileKind::Worker:
        break;
    }
    for (Suppression &suppression : m_all)
        suppression.isUsed = !ruleset.has(suppression.rule);
}

void Suppressions::readXml(const SourceFile &file)
{
    const xml::Document &document = file.document();
    for (const auto nameSpace : {bpmn::camunda, bpmn::activiti, dmn::camunda}) {
        for (const xml::Element *property : document.elements(nameSpace, "property")) {
            const QString name = xml::toQString(property->attribute("name"));
            const xml::Element *owner = name.startsWith(prefix) ? extendedElement(*property) : nullptr;
            if (owner)
                add({name.sliced(prefix.size()), xml::toQString(property->attribute("value")),
                     xml::toQString(owner->nearestId()), property->position},
                    owner->index);
        }
    }
    if (const xml::Element *root = document.root()) {
        for (const xml::Attribute &attribute : root->attributes) {
            if (attribute.nameSpace == rootAttributes)
                add({xml::toQString(attribute.name), xml::toQString(attribute.value), xml::toQString(root->nearestId()),
                     root->position},
                    root->index);
        }
    }
    if (m_all.isEmpty())
        return;
    for (const xml::Element &element : document.elements()) {
        m_parents.push_back(element.parent ? element.parent->index : -1);
        const QString id = xml::toQString(element.id);
        if (!id.isEmpty() && !m_numbers.contains(id))
            m_numbers.insert(id, element.index);
    }
}

void Suppressions::readForm(const SourceFile &file)
{
    const QList<FormComponent> &components = file.form().components;
    for (int i = 0; i < components.size(); ++i) {
        for (const FormComponent::Property &property : components[i].properties) {
            if (property.name.startsWith(prefix))
                add({property.name.sliced(prefix.size()), property.text, components[i].text(u"id"_s),
                     property.position},
                    i);
        }
    }
    if (m_all.isEmpty())
        return;
    for (int i = 0; i < components.size(); ++i) {
        m_parents.push_back(components[i].parent);
        const QString id = components[i].text(u"id"_s);
        if (!id.isEmpty() && !m_numbers.contains(id))
            m_numbers.insert(id, i);
    }
}

void Suppressions::readPage(const SourceFile &file)
{
    const HtmlPage &page = file.html();
    TextCursor cursor(page.text);
    for (const HtmlComment &comment : page.comments) {
        const QString text = page.text.sliced(comment.begin, comment.end - comment.begin).trimmed();
        if (!text.startsWith(prefix))
            continue;
        const QString said = text.sliced(prefix.size());
        const qsizetype rule = std::ranges::find_if(said, [](QChar c) { return c.isSpace(); }) - said.begin();
        add({said.first(rule), said.sliced(rule), {}, cursor.at(comment.begin - 4)}, 0);
    }
    m_parents = {-1};
}

void Suppressions::add(Suppression suppression, int place)
{
    suppression.reason = suppression.reason.trimmed();
    // What is said about suppressions cannot be suppressed itself.
    if (suppression.rule != "suppression"_L1)
        m_byPlace.insert({suppression.rule, place}, int(m_all.size()));
    m_all.push_back(std::move(suppression));
}

bool Suppressions::cover(const QString &rule, const QString &element, bool engine)
{
    if (m_all.isEmpty())
        return false;
    bool covered = false;
    for (int around = m_numbers.value(element, 0); around >= 0; around = m_parents[size_t(around)]) {
        for (const int number : m_byPlace.values({rule, around})) {
            Suppression &suppression = m_all[number];
            if (suppression.reason.isEmpty())
                continue;
            suppression.isUsed = suppression.isUsed || !engine;
            suppression.isRefused = suppression.isRefused || engine;
            covered = !engine;
        }
    }
    return covered;
}

} // namespace pipeline::validation
