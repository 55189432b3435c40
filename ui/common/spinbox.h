// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSpinBox>

namespace pipeline::ui {

/// A number to set that a wheel on its way down the page does not change.
class SpinBox : public QSpinBox {
public:
    explicit SpinBox(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace pipeline::ui
