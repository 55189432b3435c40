// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stageinfo.h"

#include <QWidget>

namespace pipeline::ui {

class StageButton;
class Theme;

/// The five stages of a release from left to right; each button opens the tab that explains it.
class StageStrip : public QWidget {
    Q_OBJECT

public:
    explicit StageStrip(const Theme &theme, QWidget *parent = nullptr);

    void set(const StageInfos &infos);
    const QList<StageButton *> &buttons() const { return m_buttons; }

signals:
    void stageChosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QList<StageButton *> m_buttons;
};

} // namespace pipeline::ui
