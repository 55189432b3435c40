// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace pipeline::ui {

/// A list to choose from that a wheel on its way down the page does not change.
class ComboBox : public QComboBox {
public:
    explicit ComboBox(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace pipeline::ui
