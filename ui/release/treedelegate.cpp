// SPDX-License-Identifier: Apache-2.0
#include "treedelegate.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

TreeDelegate::TreeDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QColor TreeDelegate::ground(const Theme &theme, const QModelIndex &index)
{
    const bool tinted = index.data(HeadRole).toBool() && index.data(IconRole).isValid();
    return tinted ? theme.color(u"alternateBase"_s) : QColor();
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool head = index.data(HeadRole).toBool();
    if (const QColor color = ground(m_theme, index); color.isValid())
        painter->fillRect(option.rect, color);
    if (selected || option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(selected ? u"selection"_s : u"hover"_s));
    if (selected)
        painter->fillRect(QRect(0, option.rect.top(), 3, option.rect.height()), m_theme.color(u"accent"_s));

    QRect rect = option.rect.adjusted(4, 0, -12, 0);
    const auto icon = [&](const QString &name, const QString &tone, int left) {
        const int side = m_theme.size(u"size.iconSmall"_s);
        m_theme.paintIcon(painter, QRect(left, rect.center().y() - side / 2 + 1, side, side), name,
                          tone.isEmpty() ? u"textSecondary"_s : tone);
        return side;
    };
    if (const QString name = index.data(IconRole).toString(); !name.isEmpty())
        rect.setLeft(rect.left() + icon(name, index.data(IconToneRole).toString(), rect.left()) + 7);
    if (const QString kind = index.data(KindRole).toString(); !kind.isEmpty())
        rect.setLeft(rect.left() + icon(kind, {}, rect.left()) + 7);
    if (const QString mark = index.data(MarkRole).toString(); !mark.isEmpty()) {
        const int side = m_theme.size(u"size.iconSmall"_s);
        icon(mark, index.data(MarkToneRole).toString(), rect.right() - side);
        rect.setRight(rect.right() - side - 6);
    }
    const QFont font = m_theme.font(index.data(MonoRole).toBool() ? TextStyle::Mono : TextStyle::Base,
                                    head ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics small(m_theme.font(TextStyle::Small));
    const auto fits = [&](const QString &note) {
        return QFontMetrics(font).horizontalAdvance(index.data().toString()) + 8 + small.horizontalAdvance(note)
            <= rect.width();
    };
    if (const QString note = index.data(NoteRole).toString();
        !note.isEmpty() && (fits(note) || !index.data(NoteYieldsRole).toBool())) {
        painter->setFont(m_theme.font(TextStyle::Small));
        const QString tone = index.data(NoteToneRole).toString();
        painter->setPen(m_theme.color(tone.isEmpty() ? u"textSecondary"_s : tone));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, note);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(note) - 8);
    }
    painter->setFont(font);
    const QString tone = index.data(TextToneRole).toString();
    painter->setPen(m_theme.color(tone.isEmpty() ? u"text"_s : tone));
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
    painter->drawText(rect, Qt::AlignVCenter, text);
    rect.setLeft(rect.left() + painter->fontMetrics().horizontalAdvance(text) + 8);
    if (const QString muted = index.data(MutedRole).toString(); !muted.isEmpty()) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(u"textSecondary"_s));
        painter->drawText(rect, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(muted, Qt::ElideRight, rect.width()));
    }
    if (const QVariant busy = index.data(BusyRole); busy.isValid()) {
        constexpr int Places = 5;
        QRect bar(option.rect.left() + 4, option.rect.bottom() - 3, option.rect.width() - 16, 3);
        painter->fillRect(bar, m_theme.color(u"sunken"_s));
        bar.setLeft(bar.left() + bar.width() * (busy.toInt() % Places) / Places);
        bar.setWidth((option.rect.width() - 16) / Places);
        painter->fillRect(bar, m_theme.color(u"runLine"_s));
    }
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QSize(QStyledItemDelegate::sizeHint(option, index).width(), m_theme.height(u"size.rowTree"_s));
}

} // namespace pipeline::ui
