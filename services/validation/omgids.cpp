// SPDX-License-Identifier: Apache-2.0
#include "omgids.h"

#include <algorithm>
#include <array>

namespace pipeline::validation {

namespace {

// The names are those of type xsd:IDREF in the engine's schemas, Semantic.xsd of BPMN and DI.xsd of DMN.
constexpr std::array<std::string_view, 5> referringAttributes{"default", "dataObjectRef", "inputDataRef",
                                                              "outputDataRef", "sharedStyle"};
constexpr std::array<std::string_view, 2> referringOnSequenceFlow{"sourceRef", "targetRef"};
constexpr std::array<std::string_view, 11> referringElements{"flowNodeRef",        "sourceRef",
                                                             "targetRef",          "dataInputRefs",
                                                             "optionalInputRefs",  "whileExecutingInputRefs",
                                                             "outputSetRefs",      "dataOutputRefs",
                                                             "optionalOutputRefs", "whileExecutingOutputRefs",
                                                             "inputSetRefs"};

bool contains(auto const &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

bool hasXmlId(const xml::Element &element)
{
    return element.nameSpace.starts_with("http://www.omg.org/spec/")
        || element.nameSpace.starts_with("https://www.omg.org/spec/");
}

std::vector<XmlReference> xmlReferences(const xml::Element &element)
{
    std::vector<XmlReference> references;
    if (!hasXmlId(element))
        return references;
    const auto add = [&](std::string_view attribute, std::string_view target) {
        if (target = xml::trimmed(target); !target.empty())
            references.push_back({attribute, target});
    };
    const bool isFlow = element.name == "sequenceFlow";
    for (const xml::Attribute &attribute : element.attributes) {
        if (attribute.nameSpace.empty()
            && (contains(referringAttributes, attribute.name)
                || (isFlow && contains(referringOnSequenceFlow, attribute.name))))
            add(attribute.name, attribute.value);
    }
    if (contains(referringElements, element.name))
        add({}, element.text);
    return references;
}

bool Ids::contains(std::string_view id)
{
    if (const xml::Element *found = m_document.byId(id); found && counts(*found))
        return true;
    if (!m_all) {
        m_all.emplace();
        for (const xml::Element &element : m_document.elements()) {
            const xml::Attribute *attribute = counts(element) ? element.findAttribute("id") : nullptr;
            if (attribute)
                m_all->insert(hasXmlId(element) ? xml::trimmed(attribute->value) : attribute->value);
        }
    }
    return m_all->contains(id);
}

} // namespace pipeline::validation
