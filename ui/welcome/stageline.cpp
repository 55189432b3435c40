// SPDX-License-Identifier: Apache-2.0
#include "stageline.h"

#include "ui/cells/rowlooks.h"
#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int Stages = 5;
constexpr int Approval = 2;
constexpr int Gap = 36;
} // namespace

StageLine::StageLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QStringList names;
    for (int stage = 0; stage < Stages; ++stage)
        names << stageName(stage);
    setAccessibleName(names.join(u", "_s));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StageLine::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small, QFont::DemiBold));
    return QSize(Stages * 108 + (Stages - 1) * Gap, metrics.height() + 2 * m_theme.size(u"space.m"_s));
}

void StageLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Small, QFont::DemiBold));
    const int radius = m_theme.size(u"radius.card"_s);
    const double box = (width() - (Stages - 1) * Gap) / double(Stages);
    const double middle = height() / 2.0;
    for (int stage = 0; stage < Stages; ++stage) {
        const QRectF rect(stage * (box + Gap) + 1, 1, box - 2, height() - 2);
        painter.setPen(QPen(m_theme.color(stage == Approval ? u"waitLine"_s : u"nodeLine"_s), 1.5));
        painter.setBrush(m_theme.color(u"node"_s));
        painter.drawRoundedRect(rect, radius, radius);
        painter.setPen(m_theme.color(u"textSecondary"_s));
        painter.drawText(rect, Qt::AlignCenter, stageName(stage));
        if (stage == Stages - 1)
            break;
        painter.setPen(QPen(m_theme.color(u"nodeLine"_s), 1.5));
        const double from = rect.right() + 4;
        const double to = rect.right() + Gap - 4;
        painter.drawLine(QPointF(from, middle), QPointF(to, middle));
        painter.drawPolyline(QPolygonF{{to - 5, middle - 4}, {to, middle}, {to - 5, middle + 4}});
    }
}

} // namespace pipeline::ui
