// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QSpinBox>
#include <QWheelEvent>

namespace pipeline::ui {

/// A field that a wheel on its way down the page does not change.
template<class Field>
class StillField : public Field {
public:
    explicit StillField(QWidget *parent = nullptr) : Field(parent) { this->setFocusPolicy(Qt::StrongFocus); }

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (this->hasFocus())
            Field::wheelEvent(event);
        else
            event->ignore();
    }
};

using ComboBox = StillField<QComboBox>;
using SpinBox = StillField<QSpinBox>;

} // namespace pipeline::ui
