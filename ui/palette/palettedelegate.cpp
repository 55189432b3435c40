// SPDX-License-Identifier: Apache-2.0
#include "palettedelegate.h"

#include "palettemodel.h"

#include "ui/common/keyhint.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool caption = index.data(PaletteModel::Caption).isValid();
    return QSize(0,
                 caption ? QFontMetrics(m_theme.font(TextStyle::Caption)).height() + 14
                         : m_theme.height(u"size.rowPalette"_s));
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QVariant caption = index.data(PaletteModel::Caption);
    if (caption.isValid()) {
        painter->setFont(m_theme.font(TextStyle::Caption, QFont::DemiBold));
        painter->setPen(m_theme.color(u"textTertiary"_s));
        painter->drawText(option.rect.adjusted(12, 0, 0, -4), Qt::AlignBottom, caption.toString());
        painter->restore();
        return;
    }
    const auto *model = static_cast<const PaletteModel *>(index.model());
    const PaletteEntry &entry = *model->entryAt(index.row());
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(option.state & QStyle::State_Selected ? u"selection"_s : u"hover"_s));
        painter->drawRoundedRect(option.rect, 3, 3);
    }
    const int side = m_theme.size(u"size.icon"_s);
    QRect rest = option.rect.adjusted(12, 0, -12, 0);
    m_theme.paintIcon(painter, QRect(rest.left(), rest.center().y() - side / 2, side, side), entry.icon, entry.tone);
    rest.adjust(side + 11, 0, 0, 0);
    const QString key = option.state & QStyle::State_Selected && entry.key.isEmpty() ? tr("Enter") : entry.key;
    if (const KeyHint hint(m_theme, key); hint.width() > 0) {
        hint.paint(painter, rest, m_theme.color(u"textTertiary"_s), m_theme.color(u"border"_s));
        rest.adjust(0, 0, -hint.width() - 10, 0);
    }
    rest.setLeft(rest.left() + paintText(painter, rest, entry) + 10);
    painter->setFont(m_theme.font(TextStyle::Base));
    painter->setPen(m_theme.color(u"textSecondary"_s));
    painter->drawText(rest, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(entry.remark, Qt::ElideRight, rest.width()));
    painter->restore();
}

int PaletteDelegate::paintText(QPainter *painter, const QRect &rect, const PaletteEntry &entry) const
{
    const QFont font = m_theme.font(TextStyle::Base);
    QTextLayout layout(QFontMetrics(font).elidedText(entry.text, Qt::ElideRight, rect.width()), font);
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat found;
    found.setForeground(m_theme.color(u"accentText"_s));
    found.setFontWeight(QFont::DemiBold);
    found.setFontUnderline(true);
    for (const int hit : entry.hits)
        formats << QTextLayout::FormatRange{hit, 1, found};
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter->setPen(m_theme.color(u"text"_s));
    layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2));
    return int(line.naturalTextWidth());
}

} // namespace pipeline::ui
