// SPDX-License-Identifier: Apache-2.0
#include "stagebutton.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

StageButton::StageButton(const Theme &theme, int index, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_index(index)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void StageButton::set(const StageInfo &info)
{
    if (info == m_info)
        return;
    m_info = info;
    setAccessibleName(QStringList{info.name, info.word, info.time == "—"_L1 ? QString() : info.time, info.figures}
                          .filter(QRegularExpression(u"."_s))
                          .join(u", "_s));
    setToolTip(accessibleName());
    update();
}

QSize StageButton::sizeHint() const
{
    const int lines = QFontMetrics(m_theme.font(TextStyle::Base)).height()
        + QFontMetrics(m_theme.font(TextStyle::Small)).height();
    return QSize(160, qMax(m_theme.size(u"size.stageStrip"_s) - 2, lines + 16));
}

void StageButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal right = width() - Head;
    const qreal middle = height() / 2.0;
    const bool last = m_index == 4;
    QPainterPath arrow;
    arrow.moveTo(0, 0);
    arrow.lineTo(last ? width() : right, 0);
    if (!last)
        arrow.lineTo(width(), middle);
    arrow.lineTo(last ? width() : right, height());
    arrow.lineTo(0, height());
    if (m_index > 0)
        arrow.lineTo(Head, middle);
    arrow.closeSubpath();
    if (m_info.current)
        painter.fillPath(arrow, m_theme.color(m_info.tone + "Bg"_L1));
    else if (underMouse())
        painter.fillPath(arrow, m_theme.color(u"hover"_s));
    if (!last) {
        painter.setPen(QPen(m_theme.color(u"border"_s), 1));
        painter.drawPolyline(QPolygonF{{right, 0}, {width() - 0.5, middle}, {right, qreal(height())}});
    }

    const int side = m_theme.size(u"size.icon"_s);
    const QFont strong = m_theme.font(TextStyle::Base, QFont::DemiBold);
    const QFont small = m_theme.font(TextStyle::Small);
    const int nameHeight = QFontMetrics(strong).height();
    const int figuresHeight = QFontMetrics(small).height();
    const int top = (height() - nameHeight - figuresHeight - 3) / 2;
    const int margin = m_theme.size(u"space.pageMargin"_s) + (m_index > 0 ? 4 : 0);
    m_theme.paintIcon(&painter, QRect(margin, top + (nameHeight - side) / 2, side, side), m_info.icon, m_info.tone);
    const int left = margin + side + 12;
    const QRect first(left, top, int(right) - left - 8, nameHeight);
    const QRect second(left, top + nameHeight + 3, int(right) - left - 2, figuresHeight);
    painter.setFont(small);
    painter.setPen(m_theme.color(u"textSecondary"_s));
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, m_info.time);
    painter.drawText(second, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_info.figures, Qt::ElideRight, second.width()));
    painter.setFont(strong);
    painter.setPen(m_theme.color(m_info.ahead ? u"textTertiary"_s : u"text"_s));
    painter.drawText(first, Qt::AlignVCenter, m_info.name);

    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(u"focus"_s), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(Head + 2, 3, right - Head - 4, height() - 6), 3, 3);
    }
}

} // namespace pipeline::ui
