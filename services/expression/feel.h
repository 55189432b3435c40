// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "juel.h"

namespace pipeline::expression {

/// Where a text stands: an input entry of a decision table holds tests, everything else an expression.
enum class FeelKind { Expression, UnaryTests };

/// What is known of a text in FEEL.
struct Feel {
    std::optional<Problem> problem; ///< why the engine cannot parse it
    std::optional<Problem> emptyRange; ///< the first range of two numbers that ends before it begins
};

/// Parses \a text by the grammar of DMN as the engine's own parser has it, which knows no names with blanks but those
/// of functions and parameters, and does not evaluate it. What is nested too deep for that is not looked at.
Feel readFeel(QStringView text, FeelKind kind);

} // namespace pipeline::expression
