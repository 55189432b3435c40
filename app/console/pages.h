// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace pipeline::logs {
class LogFolder;
}

namespace pipeline::ui {
class EnvironmentsPage;
class LocalRunner;
class MainWindow;
class Page;
class QueuePage;
class RailButton;
class ReleasePage;
class Session;
class SettingsPage;
class Theme;
class WelcomePage;
} // namespace pipeline::ui

namespace pipeline::app {

/// The pages of a window, and the ways from one to the other. A page is made when it is first asked for, or after a
/// while: the window is there sooner with one than with eight.
class Pages : public QObject {
    Q_OBJECT

public:
    /// The pages of a backlog: its queue, its releases and its journal.
    Pages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme);

    /// Every page.
    Pages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner,
          logs::LogFolder &log);

    ui::QueuePage *queue();
    ui::ReleasePage *release();
    ui::EnvironmentsPage *environments(); ///< null when the window has none; so are those below
    ui::SettingsPage *settings();
    ui::WelcomePage *welcome();

    void openRelease(const QString &releaseRef, qint64 item, const QString &tab);
    void openPalette();

signals:
    void sampleRequested();
    void layoutChanged(); ///< language or density: the window has to be made anew

private:
    void addQueue(ui::LocalRunner *runner);
    void addReleases();
    void addAudit();
    void makeTheRest();
    void showAlarm(bool on);
    template<class P>
    P *connected(P *page); ///< to the releases that it names, and to what shows what it has to tell

    ui::MainWindow &m_window;
    ui::Session &m_session;
    ui::Theme &m_theme;
    ui::RailButton *m_queue = nullptr;
    ui::RailButton *m_releases = nullptr;
    ui::RailButton *m_environments = nullptr;
    ui::RailButton *m_audit = nullptr;
    ui::RailButton *m_settings = nullptr;
    ui::ReleasePage *m_release = nullptr;
    ui::WelcomePage *m_welcome = nullptr;
    bool m_alarm = false; ///< the journal's chain is broken, and nobody has explained it
};

} // namespace pipeline::app
