// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "summary.h"

namespace pipeline::report {

enum class Colour { Off, On };

/// What `validate` prints for people: findings by file, each with its source line and a caret, then the numbers. Files
/// without findings are counted only. With Colour::On it has ANSI escapes.
QString toText(const QList<validation::FileReport> &reports, const Summary &summary, Colour colour);

} // namespace pipeline::report
