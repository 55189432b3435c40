// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace pipeline::ui {

class Theme;

/// The five stages of a release as boxes in a row; the one where a person decides is marked.
class StageLine : public QWidget {
public:
    StageLine(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace pipeline::ui
