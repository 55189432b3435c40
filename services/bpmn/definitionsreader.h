// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bpmn/definitions.h"
#include "xml/document.h"

namespace pipeline::bpmn {

/// The processes of a well-formed BPMN file, whether it follows the schema or not.
Definitions readDefinitions(const xml::Document &document);

} // namespace pipeline::bpmn
