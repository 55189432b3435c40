// SPDX-License-Identifier: Apache-2.0
#include "rail.h"

#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

RailButton::RailButton(const Theme &theme, QString icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(std::move(icon))
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setBadge(0);
}

void RailButton::setBadge(int number)
{
    m_badge = number;
    nameIt();
}

void RailButton::setAlarm(const QString &words)
{
    m_alarm = words;
    nameIt();
}

void RailButton::nameIt()
{
    QString name = m_badge ? tr("%1, %n need you", nullptr, m_badge).arg(text()) : text();
    if (!m_alarm.isEmpty())
        name += u", "_s + m_alarm;
    setAccessibleName(name);
    update();
}

QSize RailButton::sizeHint() const
{
    const int lines = QFontMetrics(m_theme.font(TextStyle::Caption)).height();
    return QSize(m_theme.size(u"size.railWidth"_s),
                 qMax(m_theme.size(u"size.railItem"_s), lines + m_theme.size(u"size.iconRail"_s) + 20));
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect tile = rect().adjusted(6, 0, -6, 0);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? u"selection"_s : u"hover"_s));
        painter.drawRoundedRect(tile, 6, 6);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(u"accent"_s));
        painter.drawRoundedRect(QRectF(0, tile.top() + 10, 3, tile.height() - 20), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(u"focus"_s), m_theme.size(u"line.focusRing"_s)));
        painter.drawRoundedRect(QRectF(tile).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QString token = isChecked() ? u"accentText"_s : u"textSecondary"_s;
    const int side = m_theme.size(u"size.iconRail"_s);
    const QFont font = m_theme.font(TextStyle::Caption, isChecked() ? QFont::DemiBold : QFont::Normal);
    const int lineHeight = QFontMetrics(font).height();
    const int top = (height() - side - lineHeight - 4) / 2;
    m_theme.paintIcon(&painter, QRect((width() - side) / 2, top, side, side), m_icon, token);
    painter.setFont(font);
    painter.setPen(m_theme.color(token));
    // In a language of longer words the tooltip has the rest.
    painter.drawText(QRect(0, top + side + 4, width(), lineHeight), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    if (m_badge || !m_alarm.isEmpty())
        paintBadge(painter, QPoint(width() / 2 + 13, top + 2));
}

void RailButton::paintBadge(QPainter &painter, const QPoint &center) const
{
    const QString text = !m_alarm.isEmpty() ? u"!"_s : m_badge > 99 ? u"99+"_s : QString::number(m_badge);
    painter.setFont(m_theme.font(TextStyle::Caption, QFont::DemiBold));
    QRectF pill(0, 0, qMax(16, painter.fontMetrics().horizontalAdvance(text) + 8), 16);
    pill.moveCenter(center);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_alarm.isEmpty() ? u"wait"_s : u"fail"_s));
    painter.drawRoundedRect(pill, 8, 8);
    painter.setPen(m_theme.color(u"base"_s));
    painter.drawText(pill, Qt::AlignCenter, text);
}

void RailButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setObjectName(u"rail"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(theme.size(u"size.railWidth"_s));
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

RailButton *Rail::add(const QString &icon, const QString &text, const QString &key)
{
    auto *button = new RailButton(m_theme, icon, text, this);
    button->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key));
    m_group->addButton(button, int(m_group->buttons().size()));
    m_column->addWidget(button);
    return button;
}

void Rail::addStretch()
{
    m_column->addStretch();
}

void Rail::choose(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace pipeline::ui
