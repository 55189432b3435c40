// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "toast.h"

class QMenu;

namespace pipeline::ui {

class Theme;

/// Short messages at the bottom right of the window, at most three at once; all land in the list of notices.
class Toasts : public QWidget {
    Q_OBJECT

public:
    Toasts(const Theme &theme, QMenu *notices, QWidget *parent);

    void show(const Notice &notice);
    void place();

signals:
    void shown(const pipeline::ui::Notice &notice);

private:
    void remember(const Notice &notice);

    const Theme &m_theme;
    QMenu *m_notices;
};

} // namespace pipeline::ui
