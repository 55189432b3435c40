// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "juel.h"

namespace pipeline::expression {

/// What keeps \a source from being JavaScript, of any version, as far as brackets, strings, templates, comments and
/// regular expressions tell that do not end or do not fit. Nothing for what is right so far, and for what cannot be
/// told without knowing the grammar.
std::optional<Problem> javaScriptProblem(QStringView source);

} // namespace pipeline::expression
