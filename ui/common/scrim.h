// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class Theme;

/// Dims a window below what has been opened over it, until it is deleted.
class Scrim : public QWidget {
    Q_OBJECT

public:
    Scrim(const Theme &theme, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
