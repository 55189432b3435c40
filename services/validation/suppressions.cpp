// SPDX-License-Identifier: Apache-2.0
#include "suppressions.h"

#include "rulesets/ruleset.h"

#include "bpmn/namespaces.h"
#include "dmn/dmnfacts.h"

using namespace Qt::StringLiterals;

namespace pipeline::validation {

namespace {

constexpr std::string_view prefix = "pipeline:ignore:";

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

Suppressions::Suppressions(const xml::Document &document, const Ruleset &ruleset)
{
    for (const auto nameSpace : {bpmn::camunda, bpmn::activiti, dmn::camunda}) {
        for (const xml::Element *property : document.elements(nameSpace, "property")) {
            const auto name = property->attribute("name");
            const xml::Element *owner = name.starts_with(prefix) ? extendedElement(*property) : nullptr;
            if (!owner)
                continue;
            const QString rule = xml::toQString(name.substr(prefix.size()));
            // What is said about suppressions cannot be suppressed itself.
            if (rule != "suppression"_L1)
                m_byPlace.insert({rule, owner->index}, int(m_all.size()));
            m_all.push_back({rule, xml::toQString(xml::trimmed(property->attribute("value"))),
                             xml::toQString(owner->nearestId()), property->position, !ruleset.has(rule)});
        }
    }
    if (m_all.isEmpty())
        return;
    for (const xml::Element &element : document.elements()) {
        m_parents.push_back(element.parent ? element.parent->index : -1);
        const QString id = xml::toQString(element.attribute("id"));
        if (!id.isEmpty() && !m_numbers.contains(id))
            m_numbers.insert(id, element.index);
    }
}

bool Suppressions::cover(const QString &rule, const QString &element, bool engine)
{
    bool covered = false;
    for (int around = m_numbers.value(element, -1); around >= 0; around = m_parents[size_t(around)]) {
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
