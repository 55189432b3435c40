// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

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

/// Every attribute `id` of the file, whatever element has it.
std::unordered_set<std::string_view> idsOf(const xml::Document &document);

} // namespace pipeline::validation
