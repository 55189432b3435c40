// SPDX-License-Identifier: Apache-2.0
#include "logdelegate.h"

#include "logmodel.h"

#include "ui/code/annotation.h"
#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto severity = Severity(index.data(LogModel::SeverityRole).toInt());
    const SeverityLook look = severity == Severity::Info ? SeverityLook{u"info"_s, u"textSecondary"_s}
                                                         : lookOf(severity);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(u"selection"_s));
    else if (severity != Severity::Info)
        painter->fillRect(option.rect, m_theme.color(look.tone + "Bg"_L1));
    QRect rect = option.rect.adjusted(index.column() == LogModel::Time ? 12 : 4, 0, -4, 0);
    QString token = index.column() == LogModel::Text ? u"text"_s : u"textSecondary"_s;
    if (index.column() == LogModel::SeverityColumn) {
        const int side = 12;
        m_theme.paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2 + 1, side, side), look.icon,
                          look.tone);
        rect.setLeft(rect.left() + side + 4);
        token = look.tone;
    }
    painter->setFont(m_theme.font(TextStyle::Mono));
    painter->setPen(m_theme.color(token));
    painter->drawText(rect, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace pipeline::ui
