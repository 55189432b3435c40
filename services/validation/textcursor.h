// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "xml/position.h"

#include <QStringView>

namespace pipeline::validation {

/// Turns offsets into a text, given in ascending order, into positions; linear over the whole text.
class TextCursor {
public:
    explicit TextCursor(QStringView text) : m_text(text) {}

    /// The position of \a offset, or where the cursor is when that lies further on.
    xml::Position at(qsizetype offset)
    {
        for (const qsizetype end = std::min(offset, m_text.size()); m_offset < end; ++m_offset) {
            if (m_text[m_offset] == u'\n')
                m_position = {m_position.line + 1, 1};
            else
                ++m_position.column;
        }
        return m_position;
    }

private:
    QStringView m_text;
    qsizetype m_offset = 0;
    xml::Position m_position{1, 1};
};

} // namespace pipeline::validation
