// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace pipeline::validation {

/// Whether the schemas say what attributes the element has, so that its `id` is one of XML's (xsd:ID). That is so for
/// the elements of BPMN, DMN and their diagrams and not for the engine's extensions.
bool hasXmlId(const xml::Element &element);

/// What an element refers to by XML's own references (xsd:IDREF), which have to lead to an id of the same file. All
/// other references are QNames or addresses, which the schema does not follow.
struct XmlReference {
    std::string_view attribute; ///< name of the attribute; empty: the element's text
    std::string_view target;
};
std::vector<XmlReference> xmlReferences(const xml::Element &element);

/// Answers whether an id is in a file. The document's own index knows almost all that are; every element is looked at
/// only for the first that it does not know.
class Ids {
public:
    enum class Of { Anything, Schemas };

    /// With Schemas, only the ids of elements that hasXmlId() count.
    Ids(const xml::Document &document, Of of) : m_document(document), m_of(of) {}

    bool contains(std::string_view id);

private:
    bool counts(const xml::Element &element) const { return m_of == Of::Anything || hasXmlId(element); }

    const xml::Document &m_document;
    Of m_of;
    std::optional<std::unordered_set<std::string_view>> m_all;
};

} // namespace pipeline::validation
