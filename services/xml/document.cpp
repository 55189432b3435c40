// SPDX-License-Identifier: Apache-2.0
#include "document.h"

#include "documentdata.h"

#include <algorithm>

namespace pipeline::xml {

const Attribute *Element::findAttribute(std::string_view attributeName, std::string_view attributeNameSpace) const
{
    const auto found = std::ranges::find_if(attributes, [=](const Attribute &attribute) {
        return attribute.name == attributeName && attribute.nameSpace == attributeNameSpace;
    });
    return found == attributes.end() ? nullptr : &*found;
}

std::string_view Element::attribute(std::string_view attributeName, std::string_view attributeNameSpace) const
{
    const Attribute *found = findAttribute(attributeName, attributeNameSpace);
    return found ? found->value : std::string_view();
}

const Element *Element::child(std::string_view childNameSpace, std::string_view childName) const
{
    for (const Element &child : children()) {
        if (child.is(childNameSpace, childName))
            return &child;
    }
    return nullptr;
}

std::string_view Element::nearestId() const
{
    for (const Element *element = this; element; element = element->parent) {
        if (!element->id.empty())
            return element->id.substr(0, 1'000);
    }
    return {};
}

std::string_view DocumentData::keep(std::string_view text)
{
    if (text.empty())
        return {};
    auto *copy = static_cast<char *>(memory.allocate(text.size(), 1));
    std::ranges::copy(text, copy);
    return {copy, text.size()};
}

Document::Document() : Document(std::make_unique<DocumentData>()) {}

Document::Document(std::unique_ptr<DocumentData> data) : m_data(std::move(data)) {}

Document::Document(Document &&) noexcept = default;
Document &Document::operator=(Document &&) noexcept = default;
Document::~Document() = default;

const Element *Document::root() const
{
    return m_data->elements.empty() ? nullptr : &m_data->elements.front();
}

const std::pmr::deque<Element> &Document::elements() const
{
    return m_data->elements;
}

std::vector<const Element *> Document::elements(std::string_view nameSpace, std::string_view name) const
{
    std::vector<const Element *> result;
    if (const auto found = m_data->byName.find(name); found != m_data->byName.end()) {
        std::ranges::copy_if(found->second, std::back_inserter(result),
                             [=](const Element *element) { return element->nameSpace == nameSpace; });
    }
    return result;
}

std::optional<std::string_view> Document::namespaceOf(std::string_view prefix) const
{
    const auto found = std::ranges::find(m_data->prefixes, prefix,
                                         &std::pair<std::string_view, std::string_view>::first);
    return found == m_data->prefixes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> Document::prefixOf(std::string_view nameSpace) const
{
    const auto found = std::ranges::find_if(m_data->prefixes, [=](const auto &declared) {
        return declared.second == nameSpace && !declared.first.empty();
    });
    return found == m_data->prefixes.end() ? std::nullopt : std::optional(found->first);
}

const Element *Document::byId(std::string_view id) const
{
    const auto found = m_data->byId.find(id);
    return found == m_data->byId.end() ? nullptr : found->second;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace pipeline::xml
