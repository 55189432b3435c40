// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definitionfacts.h"
#include "xml/document.h"

namespace pipeline::bpmn {

/// The messages, signals and errors that the executable processes of a well-formed BPMN file throw or catch.
QList<NamedEvent> readNamedEvents(const xml::Document &document);

} // namespace pipeline::bpmn
