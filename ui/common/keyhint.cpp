// SPDX-License-Identifier: Apache-2.0
#include "keyhint.h"

#include "theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace pipeline::ui {

int KeyHint::width() const
{
    return m_text.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_text) + 12;
}

void KeyHint::paint(QPainter *painter, const QRect &rect, const QColor &text, const QColor &line) const
{
    if (m_text.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_theme.font(TextStyle::Caption));
    QRectF frame(0, 0, width(), painter->fontMetrics().height() + 3);
    frame.moveCenter(QRectF(rect).center());
    frame.moveRight(rect.right());
    painter->setPen(QPen(line, 1));
    painter->drawRoundedRect(frame, 3, 3);
    painter->setPen(text);
    painter->drawText(frame, Qt::AlignCenter, m_text);
    painter->restore();
}

} // namespace pipeline::ui
