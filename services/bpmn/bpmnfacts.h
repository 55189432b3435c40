// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definitionfacts.h"
#include "xml/document.h"

namespace pipeline::bpmn {

/// Whether the engine deploys the process: `isExecutable` is "true", and neither "1" nor absent.
bool isExecutable(const xml::Element &process);

/// The process around an element, or the element itself; null outside of processes.
const xml::Element *processOf(const xml::Element &element);

/// Processes, message starts, references, named events and external tasks of a well-formed BPMN file; all but the first
/// of executable processes only.
DefinitionFacts readFacts(const xml::Document &document);

} // namespace pipeline::bpmn
