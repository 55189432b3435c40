// SPDX-License-Identifier: Apache-2.0
#include "coveragedelegate.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void CoverageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(u"selection"_s));
    const double percent = index.data(PercentRole).toDouble();
    const double minimum = index.data(MinimumRole).toDouble();
    const bool below = percent < minimum;
    const QRect rect = option.rect.adjusted(m_theme.size(u"space.panelPadding"_s), 4,
                                            -m_theme.size(u"space.panelPadding"_s), -4);
    const QFont mono = m_theme.font(TextStyle::Mono);
    const int textHeight = QFontMetrics(mono).height();
    QRect line(rect.left(), rect.top(), rect.width(), textHeight);
    const int side = m_theme.size(u"size.iconSmall"_s);
    m_theme.paintIcon(painter, QRect(line.left(), line.center().y() - side / 2, side, side),
                      below ? u"warn"_s : u"file"_s, below ? u"wait"_s : u"textSecondary"_s);
    painter->setFont(m_theme.font(TextStyle::Base));
    painter->setPen(m_theme.color(u"text"_s));
    const QString figure = tr("%1 %").arg(QLocale().toString(percent, 'f', 1));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, figure);
    line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(figure) - 10);
    if (below) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(u"wait"_s));
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("below"));
        line.setRight(line.right() - painter->fontMetrics().horizontalAdvance(tr("below")) - 8);
    }
    line.setLeft(line.left() + side + 6);
    painter->setFont(mono);
    painter->setPen(m_theme.color(u"text"_s));
    painter->drawText(line, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideLeft, line.width()));
    const QRectF bar(rect.left() + side + 6, rect.top() + textHeight + 4, rect.width() - side - 6, 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(u"divider"_s));
    painter->drawRoundedRect(bar, 2, 2);
    painter->setBrush(m_theme.color(below ? u"waitLine"_s : u"okayLine"_s));
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * percent / 100, bar.height()), 2, 2);
    if (minimum > 0) {
        painter->setPen(QPen(m_theme.color(u"text"_s), 2));
        const qreal x = bar.left() + bar.width() * minimum / 100;
        painter->drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3));
    }
    painter->restore();
}

QSize CoverageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QSize(QStyledItemDelegate::sizeHint(option, index).width(),
                 QFontMetrics(m_theme.font(TextStyle::Mono)).height() + 18);
}

} // namespace pipeline::ui
