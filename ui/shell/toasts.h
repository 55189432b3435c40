// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>

class QMenu;

namespace pipeline::ui {

class Theme;

/// What a toast says and what its link does.
struct Notice {
    QString tone = QStringLiteral("run"); ///< okay, wait, fail or run; fail stays until it is closed
    QString icon = QStringLiteral("info");
    QString title;
    QString text;
    QString action = {};
    std::function<void()> onAction = {};
};

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
