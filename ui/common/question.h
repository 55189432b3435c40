// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pipeline::ui {

/// A way out of a question, named by the act.
struct Answer {
    QString text;
    std::function<void()> act = {};
    bool destructive = false;
};

/// Asks over the window of \a parent and goes on; Enter chooses nothing, Esc is the last of \a answers.
void ask(QWidget *parent, const QString &title, const QString &text, const QList<Answer> &answers);

} // namespace pipeline::ui
