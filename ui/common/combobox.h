// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace pipeline::ui {

class Theme;

/// A list to choose from, with the arrow of the design; a style sheet cannot draw one in the theme's colour.
class ComboBox : public QComboBox {
public:
    explicit ComboBox(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

    /// A wheel that scrolls the page must not change what stands under the pointer.
    void wheelEvent(QWheelEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
