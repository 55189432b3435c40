// SPDX-License-Identifier: Apache-2.0
#include "entrydelegates.h"

#include "ui/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int Gap = 6;
}

int WhoDelegate::widthFor(const QString &name) const
{
    const QFontMetrics caption(theme().font(TextStyle::Caption));
    const int words = qMax(caption.horizontalAdvance(tr("authenticated")), caption.horizontalAdvance(tr("not proven")));
    return QFontMetrics(theme().font(TextStyle::Base)).horizontalAdvance(name) + Gap + 12 + 5 + words + 10;
}

void WhoDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const bool proven = index.data(cell::IsProven).toBool();
    const bool authenticated = index.data(cell::Guarantee).toString() == "autenticada"_L1;
    const QString icon = !proven ? u"warn"_s : authenticated ? u"verify"_s : u"user"_s;
    const QString token = proven ? u"textSecondary"_s : u"wait"_s;
    const QString words = !proven ? tr("not proven") : authenticated ? tr("authenticated") : tr("declared");
    const QFont caption = theme().font(TextStyle::Caption);
    const QFontMetrics metrics(caption);
    const int mark = 12 + 5 + metrics.horizontalAdvance(words);
    int x = rect.left();
    x += paintText(painter, QRect(x, rect.top(), qMax(0, rect.width() - mark - Gap - 10), rect.height()),
                   index.data().toString(), u"text"_s, theme().font(TextStyle::Base))
        + Gap;
    if (!authenticated || !proven) {
        QRectF frame(x, 0, mark + 10, metrics.height() + 3);
        frame.moveTop(rect.center().y() - frame.height() / 2);
        painter->setPen(QPen(theme().color(proven ? u"idleLine"_s : u"waitLine"_s), 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        x += 5;
    }
    theme().paintIcon(painter, QRect(x, rect.center().y() - 6, 12, 12), icon, token);
    x += 12 + 5;
    paintText(painter, QRect(x, rect.top(), rect.right() - x + 1, rect.height()), words, token, caption);
}

void WhatDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const auto look = index.data(cell::Look).value<StateLook>();
    const int side = theme().size(u"size.iconSmall"_s);
    theme().paintIcon(painter, QRect(rect.left(), rect.center().y() - side / 2, side, side), look.icon, look.tone);
    paintText(painter, rect.adjusted(side + Gap, 0, 0, 0), look.word, u"text"_s, theme().font(TextStyle::Base));
}

void EnvironmentDelegate::paintContent(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString name = index.data().toString();
    if (name == u"—"_s) {
        paintText(painter, rect, name, u"textTertiary"_s, theme().font(TextStyle::Base));
        return;
    }
    const bool production = index.data(cell::IsProduction).toBool();
    const QString token = production ? u"prod"_s : u"textSecondary"_s;
    theme().paintIcon(painter, QRect(rect.left(), rect.center().y() - 6, 12, 12),
                      production ? u"shield"_s : u"server"_s, token);
    paintText(painter, rect.adjusted(12 + 4, 0, 0, 0), name, token,
              theme().font(TextStyle::Base, production ? QFont::DemiBold : QFont::Normal));
}

} // namespace pipeline::ui
