// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace pipeline::validation {

/// What keeps a script from being read.
struct ScriptProblem {
    qsizetype offset = 0; ///< in the script
    QString message;
};

/// The first bracket, text, template or comment of a script in JavaScript that does not end, or bracket that ends
/// nothing.
///
/// It splits the script into tokens and does not parse it: a script without problem may still be wrong. Where a slash
/// may as well divide as begin a regular expression it gives up and finds nothing.
std::optional<ScriptProblem> scanScript(QStringView script);

} // namespace pipeline::validation
