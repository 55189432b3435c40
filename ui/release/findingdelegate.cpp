// SPDX-License-Identifier: Apache-2.0
#include "findingdelegate.h"

#include "ui/code/annotation.h"
#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool head = !index.parent().isValid();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect,
                      m_theme.color(selected                                     ? u"selection"_s
                                        : option.state & QStyle::State_MouseOver ? u"hover"_s
                                        : head                                   ? u"alternateBase"_s
                                                                                 : u"base"_s));
    if (selected)
        painter->fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), m_theme.color(u"accent"_s));
    painter->setPen(m_theme.color(u"divider"_s));
    painter->drawLine(QPoint(0, option.rect.bottom()), option.rect.bottomRight());
    const int side = m_theme.size(u"size.iconSmall"_s);
    QRect rect = option.rect.adjusted(4, 0, -12, 0);
    painter->setPen(m_theme.color(u"text"_s));
    if (head) {
        m_theme.paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side),
                          index.data(IconRole).toString(), u"textSecondary"_s);
        rect.setLeft(rect.left() + side + 6);
        const QString count = index.data(CountRole).toString();
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(u"textSecondary"_s));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(count) - 8);
        painter->setFont(m_theme.font(TextStyle::Base, QFont::DemiBold));
        painter->setPen(m_theme.color(u"text"_s));
        painter->drawText(rect, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width()));
        painter->restore();
        return;
    }
    const SeverityLook look = lookOf(Severity(index.data(SeverityRole).toInt()));
    const QFont strong = m_theme.font(TextStyle::Base, selected ? QFont::DemiBold : QFont::Normal);
    const int first = QFontMetrics(strong).height();
    const int top = rect.top() + 5;
    m_theme.paintIcon(painter, QRect(rect.left(), top + (first - side) / 2, side, side), look.icon, look.tone);
    rect.setLeft(rect.left() + side + 6);
    painter->setFont(strong);
    painter->drawText(QRect(rect.left(), top, rect.width(), first), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    const QRect second(rect.left(), top + first + 1, rect.width(), rect.bottom() - top - first - 3);
    painter->setPen(m_theme.color(u"textSecondary"_s));
    painter->setFont(m_theme.font(TextStyle::Caption));
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, index.data(LineRole).toString());
    QFont mono = m_theme.font(TextStyle::Mono);
    mono.setPixelSize(m_theme.font(TextStyle::Caption).pixelSize());
    painter->setFont(mono);
    painter->drawText(second, Qt::AlignVCenter, index.data(RuleRole).toString());
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = QStyledItemDelegate::sizeHint(option, index).width();
    if (!index.parent().isValid())
        return QSize(width, m_theme.height(u"size.rowTree"_s));
    return QSize(width,
                 QFontMetrics(m_theme.font(TextStyle::Base)).height()
                     + QFontMetrics(m_theme.font(TextStyle::Caption)).height() + 12);
}

} // namespace pipeline::ui
