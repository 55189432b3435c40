// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace pipeline::ui {

class Button;
class Theme;

/// A few lines on a tint, with an icon and at most one thing to do.
class Note : public QFrame {
    Q_OBJECT

public:
    explicit Note(const Theme &theme, QWidget *parent = nullptr);

    /// \a tone is wait, fail, okay, run or idle; \a text may hold <b> and entities of HTML.
    void set(const QString &tone, const QString &icon, const QString &text);

    /// Shows a link; the empty text takes it away.
    void setAction(const QString &text);

signals:
    void actionTriggered();

private:
    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    Button *m_action;
};

} // namespace pipeline::ui
