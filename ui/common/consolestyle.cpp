// SPDX-License-Identifier: Apache-2.0
#include "consolestyle.h"

#include "theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

bool isSwitch(const QWidget *widget)
{
    return widget && widget->property("kind").toString() == "switch"_L1;
}

} // namespace

ConsoleStyle::ConsoleStyle(const Theme &theme) : QProxyStyle(u"Fusion"_s), m_theme(theme) {}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(u"focus"_s), m_theme.size(u"line.focusRing"_s)));
        painter->setBrush(Qt::NoBrush);
        const int radius = m_theme.size(u"radius.control"_s);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius, radius);
        painter->restore();
        return;
    }
    case PE_IndicatorCheckBox:
        if (isSwitch(widget))
            drawSwitch(option, painter);
        else
            drawBox(option, painter, false);
        return;
    case PE_IndicatorItemViewItemCheck:
        drawBox(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawBox(option, painter, true);
        return;
    case PE_IndicatorBranch:
        drawBranch(option, painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawBox(const QStyleOption *option, QPainter *painter, bool round) const
{
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF box(0, 0, 15, 15);
    box.moveCenter(QRectF(option->rect).center());
    const QColor fill = on ? m_theme.color(enabled ? u"accent"_s : u"idleLine"_s)
                           : m_theme.color(enabled ? u"base"_s : u"sunken"_s);
    painter->setPen(QPen(on ? fill : m_theme.color(enabled ? u"borderControl"_s : u"border"_s), 1));
    painter->setBrush(on && round ? m_theme.color(u"base"_s) : fill);
    if (round) {
        painter->drawEllipse(box);
        if (on) {
            painter->setBrush(fill);
            painter->drawEllipse(box.adjusted(2, 2, -2, -2));
            painter->setBrush(m_theme.color(u"onAccent"_s));
            painter->drawEllipse(box.adjusted(5, 5, -5, -5));
        }
    } else {
        painter->drawRoundedRect(box, 3, 3);
        if (on)
            m_theme.paintIcon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5).toRect(), u"check"_s, u"onAccent"_s);
        else if (option->state & State_NoChange)
            painter->fillRect(box.adjusted(4, 7, -4, -7), m_theme.color(u"accent"_s));
    }
    painter->restore();
}

void ConsoleStyle::drawSwitch(const QStyleOption *option, QPainter *painter) const
{
    const bool on = option->state & State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF track(0, 0, 34, 18);
    track.moveCenter(QRectF(option->rect).center());
    painter->setPen(QPen(m_theme.color(on ? u"accent"_s : u"borderControl"_s), 1));
    painter->setBrush(m_theme.color(on ? u"accent"_s : u"base"_s));
    painter->drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 8.5, 8.5);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(on ? u"onAccent"_s : u"borderControl"_s));
    painter->drawEllipse(QRectF(on ? track.right() - 15 : track.left() + 3, track.top() + 3, 12, 12));
    painter->restore();
}

void ConsoleStyle::drawBranch(const QStyleOption *option, QPainter *painter) const
{
    if (!(option->state & State_Children))
        return;
    QRect arrow(0, 0, 14, 14);
    arrow.moveCenter(option->rect.center());
    m_theme.paintIcon(painter, arrow, option->state & State_Open ? u"down"_s : u"right"_s, u"textSecondary"_s);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
        return isSwitch(widget) ? 34 : 16;
    case PM_IndicatorHeight:
        return isSwitch(widget) ? 18 : 16;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.size(u"space.s"_s);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.size(u"size.icon"_s);
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace pipeline::ui
