// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace pipeline::ui {

/// A line of any length, which gives way to what stands beside it: what has no room is elided. Its tooltip has to say
/// it.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace pipeline::ui
