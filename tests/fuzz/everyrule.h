// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validation/inputfile.h"

#include <cstdint>

namespace pipeline::fuzz {

/// Puts the input, as the content of a file of that kind, through the reader and all rules, those across files too, and
/// holds the report to what is promised of every report and of its fixes.
void everyRule(validation::FileKind kind, const uint8_t *data, size_t size);

} // namespace pipeline::fuzz
