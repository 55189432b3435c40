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

} // namespace

Button::Button(const Theme &theme, const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent), m_theme(theme), m_kind(kind)
{
    setProperty("kind", kindName(kind));
    setAutoDefault(false);
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
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

QSize Button::sizeHint() const
{
    const int hint = KeyHint(m_theme, m_keyText).width();
    return QPushButton::sizeHint() + QSize(hint ? hint + HintGap : 0, 0);
}

void Button::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionButton::DefaultButton;
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const KeyHint hint(m_theme, m_keyText);
    const int reserved = hint.width() ? hint.width() + HintGap : 0;
    option.rect = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).adjusted(0, 0, -reserved, 0);
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
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
