// SPDX-License-Identifier: Apache-2.0
#include "button.h"

#include "keyhint.h"
#include "theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

QString kindName(Button::Kind kind)
{
    switch (kind) {
    case Button::Kind::Normal:
        return u"normal"_s;
    case Button::Kind::Primary:
        return u"primary"_s;
    case Button::Kind::Destructive:
        return u"destructive"_s;
    case Button::Kind::Danger:
        return u"danger"_s;
    case Button::Kind::Flat:
        return u"flat"_s;
    case Button::Kind::Link:
        return u"link"_s;
    }
    return {};
}

constexpr int HintGap = 10;
constexpr int IconGap = 7;

} // namespace

Button::Button(const Theme &theme, const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent), m_theme(theme), m_kind(kind)
{
    setProperty("kind", kindName(kind));
    setAutoDefault(false);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    restyle(this, "kind", kindName(kind));
}

void Button::setThemeIcon(const QString &name)
{
    const QString token = m_kind == Kind::Primary ? u"onAccent"_s
        : m_kind == Kind::Destructive             ? u"onFailSolid"_s
        : m_kind == Kind::Danger                  ? u"fail"_s
        : m_kind == Kind::Link                    ? u"link"_s
                                                  : u"text"_s;
    setIcon(m_theme.icon(name, token));
}

void Button::setKey(const QKeySequence &key, bool visible)
{
    const QString text = key.toString(QKeySequence::NativeText);
    m_keyText = visible ? text : QString();
    const QString name = this->text().isEmpty() ? accessibleName() : QString(this->text()).remove(u'&');
    setToolTip(u"%1 (%2)"_s.arg(name, text));
    updateGeometry();
}

bool Button::isFilled() const
{
    return isEnabled() && (m_kind == Kind::Primary || m_kind == Kind::Destructive);
}

QSize Button::sizeHint() const
{
    const int hint = KeyHint(m_theme, m_keyText).width();
    const int gap = icon().isNull() || text().isEmpty() ? 0 : IconGap - 4;
    const QSize size = QPushButton::sizeHint() + QSize((hint ? hint + HintGap : 0) + gap, 0);
    return text().isEmpty() && !icon().isNull() ? QSize(size.height(), size.height()) : size;
}

void Button::paintLabel(QStylePainter &painter, const QStyleOptionButton &option, int reserved) const
{
    // The style sheet knows no gap between icon and words.
    const int side = icon().isNull() ? 0 : m_theme.size(u"size.icon"_s);
    const int gap = side && !text().isEmpty() ? IconGap : 0;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, text()).width();
    int x = (width() - reserved - side - gap - words) / 2;
    if (side)
        icon().paint(&painter, QRect(x, (height() - side) / 2, side, side), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
    x += side + gap;
    style()->drawItemText(&painter, QRect(x, 0, words + 1, height()), Qt::AlignVCenter | Qt::TextShowMnemonic,
                          option.palette, isEnabled(), text(), QPalette::ButtonText);
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionButton::DefaultButton;
    if (isFilled() && option.state & QStyle::State_HasFocus) {
        // The ring would not be seen on the fill: it stands around it, and the fill makes room.
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
        const int room = m_theme.size(u"line.focusRing"_s) + m_theme.size(u"line.focusOffset"_s);
        option.rect.adjust(room, room, -room, -room);
        option.state &= ~QStyle::State_HasFocus;
    }
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const KeyHint hint(m_theme, m_keyText);
    const int reserved = hint.width() ? hint.width() + HintGap : 0;
    paintLabel(painter, option, reserved);
    if (reserved) {
        const QString token = !isEnabled() ? u"textDisabled"_s
            : m_kind == Kind::Primary      ? u"onAccent"_s
            : m_kind == Kind::Destructive  ? u"onFailSolid"_s
                                           : u"textTertiary"_s;
        const QColor line = m_kind == Kind::Primary || m_kind == Kind::Destructive ? m_theme.color(token)
                                                                                   : m_theme.color(u"border"_s);
        hint.paint(&painter, rect().adjusted(0, 0, -8, 0), m_theme.color(token), line);
    }
}

} // namespace pipeline::ui
