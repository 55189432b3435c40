// SPDX-License-Identifier: Apache-2.0
#include "chip.h"

#include "theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Chip::Chip(const Theme &theme, const QString &text, QString icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(std::move(icon))
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(-1);
}

void Chip::setCount(qint64 count)
{
    m_count = count;
    setAccessibleName(count < 0 ? text() : u"%1, %2"_s.arg(text(), QLocale().toString(count)));
    updateGeometry();
    update();
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : QLocale().toString(m_count);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small, QFont::DemiBold));
    const int count = m_count < 0 ? 0 : metrics.horizontalAdvance(countText()) + 7;
    const int icon = m_icon.isEmpty() && !isCheckable() ? 0 : m_theme.size(u"size.iconSmall"_s) + 6;
    return QSize(metrics.horizontalAdvance(text()) + count + icon + 22,
                 m_theme.height(u"size.chip"_s, TextStyle::Small));
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const qreal radius = height() / 2.0;
    painter.setPen(QPen(m_theme.color(on ? u"accent"_s : u"border"_s), 1));
    painter.setBrush(m_theme.color(on ? u"accentSubtle"_s : underMouse() ? u"hover"_s : u"base"_s));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(u"focus"_s), m_theme.size(u"line.focusRing"_s)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    const QString icon = on ? u"check"_s : m_icon;
    // The place of the check mark is kept, so that the chip does not grow when it is switched on.
    int x = icon.isEmpty() && isCheckable() ? 11 + (m_theme.size(u"size.iconSmall"_s) + 6) / 2 : 11;
    const QString token = on ? u"accentText"_s : u"textSecondary"_s;
    if (!icon.isEmpty()) {
        const int side = m_theme.size(u"size.iconSmall"_s);
        m_theme.paintIcon(&painter, QRect(x, (height() - side) / 2, side, side), icon, token);
        x += side + 6;
    }
    painter.setFont(m_theme.font(TextStyle::Small, on ? QFont::DemiBold : QFont::Normal));
    painter.setPen(m_theme.color(token));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, text());
    if (m_count >= 0) {
        x += painter.fontMetrics().horizontalAdvance(text()) + 7;
        painter.setFont(m_theme.font(TextStyle::Small, QFont::DemiBold));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, countText());
    }
}

void Chip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace pipeline::ui
