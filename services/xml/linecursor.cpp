// SPDX-License-Identifier: Apache-2.0
#include "linecursor.h"

#include <algorithm>

namespace pipeline::xml {

LineCursor::LineCursor(QByteArrayView text) : m_text(text) {}

void LineCursor::advance(qsizetype offset)
{
    const qsizetype end = std::min(offset, m_text.size());
    if (end <= m_offset)
        return;
    QByteArrayView passed = m_text.sliced(m_offset, end - m_offset);
    m_offset = end;
    if (const qsizetype lastBreak = passed.lastIndexOf('\n'); lastBreak >= 0) {
        m_position = {m_position.line + int(passed.count('\n')), 1};
        passed = passed.sliced(lastBreak + 1);
    }
    for (const char c : passed) {
        const auto byte = uchar(c);
        m_position.column += (byte & 0xc0) != 0x80; // not a continuation byte
        m_position.column += byte >= 0xf0; // a surrogate pair
    }
}

Position positionAt(QByteArrayView text, qsizetype offset)
{
    LineCursor cursor(text);
    cursor.advance(offset);
    return cursor.position();
}

} // namespace pipeline::xml
