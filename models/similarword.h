// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace pipeline {

/// The one of \a known that looks most like \a word, in upper or lower case, for "did you mean …?"; empty when none
/// does.
QString mostSimilar(const QString &word, const QStringList &known);

} // namespace pipeline
