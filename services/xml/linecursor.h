// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "position.h"

#include <QByteArrayView>

namespace pipeline::xml {

/// Turns offsets into a UTF-8 text, given in ascending order, into positions; linear over the whole text.
class LineCursor {
public:
    explicit LineCursor(QByteArrayView text);

    /// Moves on to \a offset; one that lies behind does not move it back.
    void advance(qsizetype offset);

    Position position() const { return m_position; }
    qsizetype offset() const { return m_offset; }

private:
    QByteArrayView m_text;
    qsizetype m_offset = 0;
    Position m_position{1, 1};
};

/// The position of one offset.
Position positionAt(QByteArrayView text, qsizetype offset);

} // namespace pipeline::xml
