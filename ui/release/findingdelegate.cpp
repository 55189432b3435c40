// SPDX-License-Identifier: Apache-2.0
#include "findingdelegate.h"

#include "ui/code/annotation.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QTreeView>

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
    const int lineHeight = QFontMetrics(strong).height();
    const int first = sentenceHeight(index, option.rect.width());
    const int top = rect.top() + 5;
    m_theme.paintIcon(painter, QRect(rect.left(), top + (lineHeight - side) / 2, side, side), look.icon, look.tone);
    rect.setLeft(rect.left() + side + 6);
    painter->setFont(strong);
    painter->drawText(QRect(rect.left(), top, rect.width(), first), Qt::TextWordWrap, index.data().toString());
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

int FindingDelegate::sentenceHeight(const QModelIndex &index, int width) const
{
    // The weight that it has when it is selected, so that nothing moves then.
    const QFontMetrics metrics(m_theme.font(TextStyle::Base, QFont::DemiBold));
    const int inside = width - m_theme.size(u"size.iconSmall"_s) - 22;
    return metrics
        .boundingRect(QRect(0, 0, qMax(1, inside), 10 * metrics.height()), Qt::TextWordWrap, index.data().toString())
        .height();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int width = view ? view->viewport()->width() - 2 * view->indentation()
                           : QStyledItemDelegate::sizeHint(option, index).width();
    if (!index.parent().isValid())
        return QSize(width, m_theme.height(u"size.rowTree"_s));
    return QSize(width, sentenceHeight(index, width) + QFontMetrics(m_theme.font(TextStyle::Caption)).height() + 12);
}

} // namespace pipeline::ui
