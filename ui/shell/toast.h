// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <functional>

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

/// A short message, until it is closed or its link was followed.
class Toast : public QFrame {
    Q_OBJECT

public:
    Toast(const Theme &theme, const Notice &notice, QWidget *parent = nullptr);

signals:
    void done();
};

} // namespace pipeline::ui
