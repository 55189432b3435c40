// SPDX-License-Identifier: Apache-2.0
#include "historydelegate.h"

#include "historylines.h"

#include "ui/cells/times.h"
#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

constexpr int Margin = 16;
constexpr int RuleLeft = Margin + 7;
constexpr int LeadLeft = RuleLeft + 8;

} // namespace

HistoryDelegate::HistoryDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto line = index.data(Line).value<HistoryLine>();
    const int text = QFontMetrics(m_theme.font(TextStyle::Base)).height();
    const int under = line.under.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Caption)).height() + 1;
    return QSize(100, text + under + (line.icon.isEmpty() ? 4 : 10));
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(Line).value<HistoryLine>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(selected ? u"selection"_s : u"hover"_s));
    if (selected && option.state & QStyle::State_HasFocus)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          m_theme.color(u"focus"_s));
    const QFont base = m_theme.font(TextStyle::Base, line.isItem ? QFont::DemiBold : QFont::Normal);
    const int lineHeight = QFontMetrics(base).height();
    QRect words = option.rect.adjusted(0, line.icon.isEmpty() ? 2 : 6, -Margin, 0);
    words.setHeight(lineHeight);
    const auto draw = [&](QRect rect, const QString &text, const QFont &font, const QString &token) {
        painter->setFont(font);
        painter->setPen(m_theme.color(token));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, qMax(0, rect.width()));
        painter->drawText(rect, Qt::AlignVCenter, shown);
        return painter->fontMetrics().horizontalAdvance(shown);
    };
    int left = LeadLeft;
    if (line.icon.isEmpty()) {
        painter->fillRect(QRect(RuleLeft - 1, option.rect.top(), 2, option.rect.height() - 2),
                          m_theme.color(u"divider"_s));
        draw(words.adjusted(left, 0, 0, 0), line.lead, m_theme.font(TextStyle::Small), u"textTertiary"_s);
        left += QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(tr("Try %1").arg(88)) + 4;
    } else {
        const int side = m_theme.size(u"size.iconSmall"_s);
        m_theme.paintIcon(painter, QRect(Margin, words.center().y() - side / 2, side, side), line.icon, line.tone);
        left = Margin + side + 6;
        const QFont small = m_theme.font(TextStyle::Small);
        const QString time = clockTime(line.at);
        const int width = QFontMetrics(small).horizontalAdvance(time);
        draw(QRect(words.right() - width, words.top(), width + 1, words.height()), time, small, u"textTertiary"_s);
        words.setRight(words.right() - width - 8);
    }
    const QString token = line.isItem || line.icon.isEmpty() ? u"text"_s : u"textSecondary"_s;
    const int advance = draw(words.adjusted(left, 0, 0, 0), line.text,
                             line.isItem ? base : m_theme.font(TextStyle::Small), token);
    if (line.isItem)
        draw(words.adjusted(left + advance + 6, 0, 0, 0), QString::number(line.item), m_theme.font(TextStyle::Mono),
             u"textTertiary"_s);
    if (!line.under.isEmpty()) {
        const QFont caption = m_theme.font(TextStyle::Caption);
        QRect under(left, words.bottom() + 1, option.rect.right() - Margin - left, QFontMetrics(caption).height());
        draw(under, line.under, caption, u"textTertiary"_s);
    }
    painter->restore();
}

} // namespace pipeline::ui
