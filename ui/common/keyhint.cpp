// SPDX-License-Identifier: Apache-2.0
#include "keyhint.h"

#include "theme.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {
constexpr int KeyGap = 6;
}

int KeyHint::width() const
{
    return m_text.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_text) + 12;
}

void KeyHint::paint(QPainter *painter, const QRect &rect, const QColor &text, const QColor &line) const
{
    if (m_text.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_theme.font(TextStyle::Caption));
    QRect frame(0, 0, width(), painter->fontMetrics().height() + 4);
    frame.moveCenter(rect.center());
    frame.moveRight(rect.right());
    painter->setPen(QPen(line, 1));
    painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(text);
    painter->drawText(frame, Qt::AlignCenter, m_text);
    painter->restore();
}

KeyLabel::KeyLabel(const Theme &theme, QStringList keys, QString what, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_keys(std::move(keys)), m_what(std::move(what))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_keys.join(u' ') + u' ' + m_what);
}

QSize KeyLabel::sizeHint() const
{
    const QFontMetrics words(m_theme.font(TextStyle::Base));
    int width = words.horizontalAdvance(m_what);
    for (const QString &key : m_keys)
        width += KeyHint(m_theme, key).width() + KeyGap;
    return {width, words.height() + 4};
}

void KeyLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int x = 0;
    for (const QString &key : m_keys) {
        const KeyHint hint(m_theme, key);
        hint.paint(&painter, QRect(x, 0, hint.width(), height()), m_theme.color(u"textSecondary"_s),
                   m_theme.color(u"border"_s));
        x += hint.width() + KeyGap;
    }
    painter.setFont(m_theme.font(TextStyle::Base));
    painter.setPen(m_theme.color(u"textSecondary"_s));
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter, m_what);
}

} // namespace pipeline::ui
