// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stageinfo.h"

#include <QAbstractButton>

namespace pipeline::ui {

class Theme;

/// A stage of a release, as an arrow that points to the next one.
class StageButton : public QAbstractButton {
    Q_OBJECT

public:
    /// How far the arrow's head stands out.
    static constexpr int Head = 9;

    StageButton(const Theme &theme, int index, QWidget *parent);

    void set(const StageInfo &info);
    const StageInfo &info() const { return m_info; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const int m_index;
    StageInfo m_info;
};

} // namespace pipeline::ui
