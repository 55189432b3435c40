// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace pipeline::ui {

class Button;
class Theme;

/// Asks before something that cannot be taken back; Enter does not confirm.
class ConfirmDialog : public QDialog {
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString text;
        QString keep; ///< what stays as it is: "Keep running"
        QString act; ///< "Cancel run"
        bool destructive = false;
    };

    ConfirmDialog(const Theme &theme, const Words &words, QWidget *parent);

    Button *confirmButton() const { return m_confirm; }

private:
    Button *m_confirm;
};

} // namespace pipeline::ui
