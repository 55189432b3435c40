// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pipeline::ui {

/// How well a text answers what was typed, and which of its characters did.
struct FuzzyMatch {
    int score = 0; ///< the higher the better
    QList<int> hits; ///< positions, rising
};

/// Each word of \a typed has to be in \a text, its letters in their order; whole parts and beginnings of words count
/// more than scattered letters. Nothing when one is not; everything matches the empty text.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text);

} // namespace pipeline::ui
