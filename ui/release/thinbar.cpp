// SPDX-License-Identifier: Apache-2.0
#include "thinbar.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ThinBar::ThinBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_tone(u"run"_s)
{
    setFixedHeight(18);
}

void ThinBar::set(double share, double mark, const QString &tone)
{
    m_share = share;
    m_mark = mark;
    m_tone = tone;
    update();
}

void ThinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground(0.5, height() / 2.0 - 4, width() - 1, 8);
    painter.setPen(QPen(m_theme.color(u"idleLine"_s), 1));
    painter.setBrush(m_theme.color(u"sunken"_s));
    painter.drawRoundedRect(ground, 4, 4);
    if (m_share > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(m_tone + "Line"_L1));
        painter.drawRoundedRect(
            QRectF(ground.left(), ground.top(), qMax(8.0, ground.width() * qMin(1.0, m_share)), ground.height()), 4, 4);
    }
    if (m_mark >= 0) {
        const qreal x = ground.left() + ground.width() * qMin(1.0, m_mark);
        painter.setPen(QPen(m_theme.color(u"text"_s), 2));
        painter.drawLine(QPointF(x, 1), QPointF(x, height() - 1));
    }
}

} // namespace pipeline::ui
