// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "feelscanner.h"

#include <algorithm>

namespace pipeline::expression {

/// Goes through the tokens of a text in FEEL and remembers how far it came.
class FeelCursor {
protected:
    /// \a tokens must outlive it.
    explicit FeelCursor(const std::vector<FeelToken> &tokens) : m_tokens(tokens) {}

    const FeelToken &token(size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    bool isSign(QLatin1StringView sign, size_t ahead = 0) const;
    bool isWord(QLatin1StringView word, size_t ahead = 0) const;
    /// Whether a single word or quoted name stands here that is no keyword.
    bool isName() const;

    bool take(QLatin1StringView sign);
    bool takeWord(QLatin1StringView word);
    bool need(QLatin1StringView sign);
    bool needWord(QLatin1StringView word);

    /// Always false. Keeps the problem that is furthest in the text: what was tried before it was wrong by
    /// construction.
    bool fail(const QString &expected);
    const std::optional<Problem> &furthest() const { return m_furthest; }

    /// How many words from here on are a name before \a sign; else 1 for any name, and 0 where there is none.
    size_t nameLength(QLatin1StringView sign) const;
    /// How many words from here on are the name of a type.
    size_t typeLength() const;

    const std::vector<FeelToken> &m_tokens;
    size_t m_at = 0;

private:
    QString hint() const;
    QString words(size_t count) const;

    std::optional<Problem> m_furthest;
};

} // namespace pipeline::expression
