// SPDX-License-Identifier: Apache-2.0
#include "combobox.h"

#include <QWheelEvent>

namespace pipeline::ui {

ComboBox::ComboBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ComboBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace pipeline::ui
