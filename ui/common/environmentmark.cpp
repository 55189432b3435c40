// SPDX-License-Identifier: Apache-2.0
#include "environmentmark.h"

#include "theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

EnvironmentMark::EnvironmentMark(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void EnvironmentMark::set(const QString &name, bool production)
{
    m_name = name;
    m_production = production;
    setAccessibleName(production ? tr("Environment %1, production").arg(name) : tr("Environment %1").arg(name));
    updateGeometry();
    update();
}

int EnvironmentMark::width(const Theme &theme, const QString &name)
{
    return QFontMetrics(theme.font(TextStyle::Small, QFont::DemiBold)).horizontalAdvance(name) + 34;
}

QSize EnvironmentMark::sizeHint() const
{
    return QSize(width(m_theme, m_name), m_theme.height(u"size.badge"_s, TextStyle::Caption));
}

void EnvironmentMark::paint(QPainter *painter, const QRect &rect, const Theme &theme, const QString &name,
                            bool production)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(production ? QPen(Qt::NoPen) : QPen(theme.color(u"borderControl"_s), 1));
    painter->setBrush(theme.color(production ? u"prodSolid"_s : u"base"_s));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const QString token = production ? u"onProd"_s : u"textSecondary"_s;
    const int side = 12;
    theme.paintIcon(painter, QRect(rect.left() + 8, rect.center().y() - side / 2 + 1, side, side),
                    production ? u"shield"_s : u"server"_s, token);
    painter->setFont(theme.font(TextStyle::Small, QFont::DemiBold));
    painter->setPen(theme.color(token));
    painter->drawText(rect.adjusted(25, 0, 0, 0), Qt::AlignVCenter, name);
    painter->restore();
}

void EnvironmentMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_theme, m_name, m_production);
}

} // namespace pipeline::ui
