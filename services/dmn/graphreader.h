// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/dmn/graph.h"
#include "xml/document.h"

namespace pipeline::dmn {

/// The decisions of a well-formed DMN file of any version, whether it follows the schema or not.
Graph readGraph(const xml::Document &document);

} // namespace pipeline::dmn
