// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/parser.h"

#include <array>

namespace pipeline::bpmn {

/// Namespace of BPMN 2.0 elements.
inline constexpr std::string_view model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of the diagrams of BPMN.
inline constexpr std::string_view diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
/// Namespaces of the engine's extensions; the second is that of its predecessor, which it still reads.
inline constexpr std::string_view camunda = "http://camunda.org/schema/1.0/bpmn";
inline constexpr std::string_view activiti = "http://activiti.org/bpmn";
/// Namespace of an extension that it has swallowed, of which it still reads how often a failed job is tried again.
inline constexpr std::string_view fox = "http://www.camunda.com/fox";
/// Namespace of Operaton's extensions.
inline constexpr std::string_view operaton = "http://operaton.org/schema/1.0/bpmn";

/// Operaton reads its own names where Camunda reads Camunda's, and Camunda's where Camunda reads those of its
/// predecessor; the others it does not know. So its files are read with one shifted to the next, and nothing else has
/// to tell the engines apart: what is left in Operaton's namespace then is what nobody reads.
inline constexpr std::array operatonAliases{
    xml::NamespaceAlias{operaton, camunda}, xml::NamespaceAlias{camunda, activiti},
    xml::NamespaceAlias{activiti, operaton}, xml::NamespaceAlias{fox, operaton}};

/// Whether the engine takes what is in that namespace for an extension of its own.
inline bool isExtension(std::string_view nameSpace)
{
    return nameSpace == camunda || nameSpace == activiti;
}

/// An attribute of the engine's extensions; null when it is absent.
const xml::Attribute *extension(const xml::Element &element, std::string_view name);

/// The same with its value; empty when it is absent.
std::string_view extensionValue(const xml::Element &element, std::string_view name);

/// The id in a QName such as messageRef: without prefix and white space.
std::string_view localPart(std::string_view qname);

} // namespace pipeline::bpmn
