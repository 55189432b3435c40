// SPDX-License-Identifier: Apache-2.0
#include "spinbox.h"

#include <QWheelEvent>

namespace pipeline::ui {

SpinBox::SpinBox(QWidget *parent) : QSpinBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void SpinBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

} // namespace pipeline::ui
