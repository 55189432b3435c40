// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

#include <QTextStream>

namespace pipeline::report {

enum class Colour { Off, On };

/// Prints what `validate` tells people: findings by file, each with its source line and a caret, then the numbers.
/// Files without findings are counted only. With Colour::On it has ANSI escapes. Fails
/// as Reports::forEach does.
Result<void> printText(QTextStream &out, const validation::Reports &reports, const Summary &summary, Colour colour);

} // namespace pipeline::report
