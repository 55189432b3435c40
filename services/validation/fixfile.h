// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validator.h"

namespace pipeline::validation {

/// A file after its fixes, and what is still wrong with it.
struct FixedFile {
    Fixed fixed;
    FileReport report;
};

/// Makes the fixes that \a file's findings have and validates again, until there are none: one may uncover the next, as
/// the parser sees no further than the first thing that is not well-formed. Gives up after 20 rounds.
FixedFile fixFile(const Validator &validator, const InputFile &file, const Options &options);

} // namespace pipeline::validation
