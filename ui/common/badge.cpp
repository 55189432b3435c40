// SPDX-License-Identifier: Apache-2.0
#include "badge.h"

#include "theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

Badge::Badge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::set(const QString &icon, const QString &text, const QString &tone)
{
    m_icon = icon;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small, QFont::Medium));
    const int icon = m_icon.isEmpty() ? 0 : m_theme.size(u"size.iconSmall"_s) + 5;
    return QSize(metrics.horizontalAdvance(m_text) + icon + 14,
                 m_icon.isEmpty() ? metrics.height() + 2 : qMax(m_theme.size(u"size.badge"_s), metrics.height() + 4));
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_tone + "Bg"_L1));
    // A number alone is a pill.
    const qreal radius = m_icon.isEmpty() ? height() / 2.0 : m_theme.size(u"radius.badge"_s);
    painter.drawRoundedRect(rect(), radius, radius);
    int x = 7;
    if (!m_icon.isEmpty()) {
        const int side = m_theme.size(u"size.iconSmall"_s);
        m_theme.paintIcon(&painter, QRect(x, (height() - side) / 2, side, side), m_icon, m_tone);
        x += side + 5;
    }
    painter.setFont(m_theme.font(TextStyle::Small, QFont::Medium));
    painter.setPen(m_theme.color(m_tone));
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter, m_text);
}

} // namespace pipeline::ui
