// SPDX-License-Identifier: Apache-2.0
#include "combobox.h"

#include "theme.h"

#include <QPainter>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ComboBox::ComboBox(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ComboBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int side = m_theme.size(u"size.iconSmall"_s);
    m_theme.paintIcon(&painter, QRect(width() - side - 7, (height() - side) / 2, side, side), u"down"_s,
                      isEnabled() ? u"textSecondary"_s : u"textDisabled"_s);
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace pipeline::ui
