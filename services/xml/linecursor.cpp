// SPDX-License-Identifier: Apache-2.0
#include "linecursor.h"

#include <algorithm>

namespace pipeline::xml {

LineCursor::LineCursor(QByteArrayView text) : m_text(text) {}

void LineCursor::advance(qsizetype offset)
{
    for (const qsizetype end = std::min(offset, m_text.size()); m_offset < end; ++m_offset) {
        const auto byte = uchar(m_text[m_offset]);
        if (byte == '\n')
            m_position = {m_position.line + 1, 1};
        else if (byte < 0x80 || byte >= 0xc0) // not a continuation byte
            m_position.column += byte >= 0xf0 ? 2 : 1;
    }
}

Position positionAt(QByteArrayView text, qsizetype offset)
{
    LineCursor cursor(text);
    cursor.advance(offset);
    return cursor.position();
}

} // namespace pipeline::xml
