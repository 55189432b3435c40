// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sourcefile.h"

#include <vector>

namespace pipeline::validation {

/// A script of a BPMN file.
struct Script {
    const xml::Element *element = nullptr; ///< that says its language
    std::string_view language;
    std::string_view text; ///< empty when it lies elsewhere, or is the value of an expression
};

/// Those that the engine runs: script tasks, conditions with a language, and what listeners and parameters have. What
/// has no language is none, for the engine takes it for an expression or rejects it.
std::vector<Script> scriptsOf(const SourceFile &file);

} // namespace pipeline::validation
