// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace pipeline::expression {

/// Why the engine cannot compile an expression.
struct Problem {
    qsizetype offset = 0; ///< of what is wrong, in UTF-16 units
    QString message; ///< goes on after "the expression …": without a capital and without a full stop
    QString hint; ///< may be empty
};

/// What is known of a text that the engine compiles as a JUEL expression (its dialect of the Unified Expression
/// Language): plain text with any number of `${…}`, or of `#{…}`, but not of both.
struct Juel {
    std::optional<Problem> problem; ///< the first one
    bool dynamic = false; ///< has an expression, and not only text
    QStringList variables; ///< the names that it begins with, such as `order` of `${order.total}`
    bool callsFunction = false;
    /// The value, when that is plain: text, and literals that stand alone between their braces.
    std::optional<QString> constant;
};

/// Compiles \a text as the engine does, with its own functions and those of its Spin plugin, and does not evaluate it.
Juel readJuel(QStringView text);

} // namespace pipeline::expression
