// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <optional>

namespace pipeline::time {

/// Goes through a text from left to right.
class Reader {
public:
    explicit Reader(QStringView text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    qsizetype offset() const { return m_at; }
    void rewind(qsizetype offset) { m_at = offset; }

    /// Takes \a wanted, in upper or lower case.
    bool take(QChar wanted);

    /// Takes \a least to \a most digits as a number, and nothing when there are fewer.
    std::optional<qint64> takeNumber(int least, int most);

    /// The number of digits that were taken.
    qsizetype takeDigits(qsizetype most);

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace pipeline::time
