// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/document.h"

#include <QStringList>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pipeline::bpmn {

/// The words by which Camunda extends BPMN, and where each has a meaning.
///
/// Source: npm camunda-bpmn-moddle, resources/camunda.json, which is embedded at build time; and what the engine's
/// parser reads beyond that.
class ExtensionVocabulary {
public:
    /// Types of BPMN elements, such as "UserTask" and "Activity", or extensions, such as "connector"; "*": anywhere.
    using Places = std::set<std::string, std::less<>>;

    struct Attribute {
        Places places; ///< of the elements that may have it
        bool isFlag = false; ///< true or false
    };

    /// A child of extensionElements, or of another such element.
    struct Element {
        Places places; ///< whose extension it may be; empty: it is part of another extension
        bool isOpen = false; ///< has attributes of BPMN too
        std::set<std::string, std::less<>> attributes; ///< without a namespace
        std::set<std::string, std::less<>> flags; ///< those of them that are true or false
    };

    /// Of a BPMN element; null for an unknown name.
    const Attribute *attribute(std::string_view name) const;
    /// Null for an unknown name.
    const Element *element(std::string_view name) const;

    QStringList attributeNames() const;
    QStringList elementNames() const;

private:
    friend class VocabularyReader;

    std::map<std::string, Attribute, std::less<>> m_attributes;
    std::map<std::string, Element, std::less<>> m_elements;
};

const ExtensionVocabulary &extensionVocabulary();

/// Whether a BPMN element, or an extension, is in one of \a places, itself or by what it is a kind of.
bool isIn(const xml::Element &element, const ExtensionVocabulary::Places &places);

} // namespace pipeline::bpmn
