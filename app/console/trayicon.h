// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>
#include <QSystemTrayIcon>

namespace pipeline::ui {
class Theme;
}

namespace pipeline::app {

/// Says in the desktop's tray that the runner ends its items without a window, and leads back to one. Where there is no
/// tray nothing is shown, and a second start of the program leads back.
class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(const ui::Theme &theme);

    void show();
    void hide() { m_icon.hide(); }
    void setWords(const QString &words);
    QSystemTrayIcon &icon() { return m_icon; }

signals:
    void openRequested();
    void stopRequested();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace pipeline::app
