// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sourcefile.h"

#include <functional>

namespace pipeline::validation {

/// A text that the engine compiles as an expression while it reads the file.
struct CompiledText {
    const xml::Element *element = nullptr; ///< that has the text, or the attribute with it
    QString what; ///< as messages call it: "`assignee` of `userTask`"
    std::string_view text;
    bool isMissing = false; ///< the engine compiles it although it is not there, and fails
};

/// Calls \a visit with each of them that has an expression in it, `${` or `#{`, or is missing.
///
/// Most expressions are compiled when a file is read. What is not is in elements that the engine passes over, such as
/// scripts in JUEL and whatever is in processes that are not executable.
void forEachCompiledText(const SourceFile &file, const std::function<void(const CompiledText &)> &visit);

} // namespace pipeline::validation
