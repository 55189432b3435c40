// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definitionfacts.h"
#include "xml/document.h"

namespace pipeline::dmn {

/// Namespace of the engine's extensions in DMN; unlike in BPMN there is one only.
inline constexpr std::string_view camunda = "http://camunda.org/schema/1.0/dmn";

/// The decisions of a DMN file of any version.
std::vector<const xml::Element *> decisions(const xml::Document &document);

/// Decisions and requirements id of a well-formed DMN file.
DefinitionFacts readFacts(const xml::Document &document);

} // namespace pipeline::dmn
