// SPDX-License-Identifier: Apache-2.0
#include "choicebutton.h"

#include "theme.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ChoiceButton::ChoiceButton(const Theme &theme, QString name, QWidget *parent)
    : QToolButton(parent), m_name(std::move(name))
{
    setProperty("kind", u"menu"_s);
    setProperty("control", u"small"_s);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setIcon(theme.icon(u"down"_s, u"textSecondary"_s));
    setIconSize(QSize(12, 12));
    setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the words
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMenu(new QMenu(this));
    fill();
    setValue({});
}

void ChoiceButton::setChoices(const QStringList &values)
{
    if (values == m_values)
        return;
    m_values = values;
    fill();
}

void ChoiceButton::fill()
{
    menu()->clear();
    const auto add = [this](const QString &text, const QString &value) {
        QAction *action = menu()->addAction(text);
        action->setData(value);
        action->setCheckable(true);
        action->setChecked(value == m_value);
        connect(action, &QAction::triggered, this, [this, value] {
            setValue(value);
            emit chosen();
        });
    };
    add(tr("any"), {});
    for (const QString &value : std::as_const(m_values)) {
        if (!value.isEmpty())
            add(value, value);
    }
}

void ChoiceButton::setValue(const QString &value)
{
    m_value = value;
    setText(value.isEmpty() ? m_name : u"%1: %2"_s.arg(m_name, value));
    setAccessibleName(u"%1: %2"_s.arg(m_name, value.isEmpty() ? tr("any") : value));
    setToolTip(accessibleName());
    for (QAction *action : menu()->actions())
        action->setChecked(action->data().toString() == value);
}

QSize ChoiceButton::sizeHint() const
{
    // Qt keeps a place for an arrow of its own.
    constexpr int gap = 8;
    constexpr int sides = 2 * 9;
    return {fontMetrics().horizontalAdvance(text()) + gap + iconSize().width() + sides,
            QToolButton::sizeHint().height()};
}

} // namespace pipeline::ui
