// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "position.h"

#include <QString>

#include <deque>
#include <iterator>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipeline::xml {

/// All texts are UTF-8 and live as long as the Document.
struct Attribute {
    std::string_view name; ///< without prefix
    std::string_view nameSpace; ///< empty without prefix
    std::string_view value; ///< normalised, references replaced
};

/// One element of a Document.
struct Element {
    class Children;

    std::string_view name; ///< without prefix
    std::string_view nameSpace;
    std::span<const Attribute> attributes;
    std::string_view id; ///< the value of its attribute `id`; empty when there is none
    std::string_view text; ///< what stands directly in it; empty when that is only white space
    bool hasBlankText = false; ///< white space stands directly in it, and no other text
    int index = 0; ///< its number in document order, from 0
    qsizetype offset = 0; ///< where its start tag begins in the text, in bytes
    const Element *parent = nullptr;
    const Element *firstChild = nullptr;
    const Element *nextSibling = nullptr;
    /// Where a finding about it points: the line on which its start tag ends, for that is the line that the engine
    /// gives, and the column of what begins the tag's part on that line.
    Position position;

    bool is(std::string_view nameSpaceWanted, std::string_view nameWanted) const
    {
        return name == nameWanted && nameSpace == nameSpaceWanted;
    }

    /// Null when it is absent, which an empty value is not.
    const Attribute *findAttribute(std::string_view attributeName, std::string_view attributeNameSpace = {}) const;
    /// Empty when it is absent.
    std::string_view attribute(std::string_view attributeName, std::string_view attributeNameSpace = {}) const;

    Children children() const;
    /// The first child of that name; null when there is none.
    const Element *child(std::string_view childNameSpace, std::string_view childName) const;

    /// The attribute `id` of this element or else of the nearest one around it that has one; its first 1,000 bytes when
    /// it is longer, for it may be kept with each of many findings.
    std::string_view nearestId() const;
};

/// For a range-based loop over an element's children.
class Element::Children {
public:
    class Iterator {
    public:
        explicit Iterator(const Element *element) : m_element(element) {}
        const Element &operator*() const { return *m_element; }
        Iterator &operator++()
        {
            m_element = m_element->nextSibling;
            return *this;
        }
        bool operator==(const Iterator &) const = default;

    private:
        const Element *m_element;
    };

    explicit Children(const Element *first) : m_first(first) {}
    Iterator begin() const { return Iterator(m_first); }
    Iterator end() const { return Iterator(nullptr); }

private:
    const Element *m_first;
};

inline Element::Children Element::children() const
{
    return Children(firstChild);
}

struct DocumentData;

/// The elements of a file. Incomplete when the file is not well-formed.
class Document {
public:
    Document();
    explicit Document(std::unique_ptr<DocumentData> data);
    Document(Document &&) noexcept;
    Document &operator=(Document &&) noexcept;
    ~Document();

    /// Null when the file has no element.
    const Element *root() const;

    /// Every element in document order.
    const std::pmr::deque<Element> &elements() const;

    /// Every element of that name in document order, without a walk through the others.
    std::vector<const Element *> elements(std::string_view nameSpace, std::string_view name) const;

    /// The namespace that the root element declares for a prefix; nothing when it declares none.
    std::optional<std::string_view> namespaceOf(std::string_view prefix) const;

    /// The prefix that the root element declares for a namespace; nothing when it declares none, or no prefix.
    std::optional<std::string_view> prefixOf(std::string_view nameSpace) const;

    /// The first element whose attribute `id` is \a id; null when there is none.
    const Element *byId(std::string_view id) const;

private:
    std::unique_ptr<DocumentData> m_data;
};

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Without the white space around it.
std::string_view trimmed(std::string_view text);

} // namespace pipeline::xml
