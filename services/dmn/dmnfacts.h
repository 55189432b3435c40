// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definitionfacts.h"
#include "xml/parser.h"

#include <array>

namespace pipeline::dmn {

/// Namespace of the engine's extensions in DMN.
inline constexpr std::string_view camunda = "http://camunda.org/schema/1.0/dmn";
/// Unlike in BPMN, Camunda reads that one only; Operaton reads Camunda's beside its own, see bpmn::operatonAliases.
inline constexpr std::string_view former = "http://camunda.org/schema/1.0/dmn, beside Operaton's";
inline constexpr std::array operatonAliases{xml::NamespaceAlias{"http://operaton.org/schema/1.0/dmn", camunda},
                                            xml::NamespaceAlias{camunda, former}};

/// An attribute of the engine's extensions; null when it is absent.
const xml::Attribute *extension(const xml::Element &element, std::string_view name);

/// The decisions of a DMN file of any version.
std::vector<const xml::Element *> decisions(const xml::Document &document);

/// Decisions and requirements id of a well-formed DMN file.
DefinitionFacts readFacts(const xml::Document &document);

} // namespace pipeline::dmn
