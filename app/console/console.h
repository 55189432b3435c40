// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "consolelog.h"
#include "desktopnotifier.h"
#include "notices.h"
#include "pages.h"
#include "samplewindow.h"
#include "trayicon.h"

#include "ui/common/theme.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"

#include <QTranslator>

#include <memory>

class QAction;

namespace pipeline::ui {
class MainWindow;
}

namespace pipeline::app {

/// The program behind its window: theme, session and runner live as long as it does; the window is made anew when the
/// language or the density changes.
class Console : public QObject {
    Q_OBJECT

public:
    /// Nothing for \a theme: the one that the user has chosen.
    Console(const configuration::Configuration &configuration, Actor actor, ui::Session::Open open,
            std::optional<ui::ThemeChoice> theme = {});
    ~Console() override;

    void start();

    /// Raises the window; \a link is empty or "prometheus-pipeline://release/R-…".
    void show(const QString &link);

    /// Opens the sample in a window of its own, or raises it.
    void openSample();

    /// Opens the page of the components.
    void showSheet();

    ui::MainWindow &window() const { return *m_window; }
    ui::Session &session() { return m_session; }
    ui::LocalRunner &runner() { return m_runner; }
    Pages &pages() const { return *m_pages; }
    TrayIcon &tray() { return m_tray; }
    logs::LogFolder &log() { return m_log.folder(); }
    SampleWindow *sample() const { return m_sample.get(); } ///< null while there is none

private:
    void makeWindow();
    void remakeWindow();
    void chooseLanguage();
    void addCommands();
    void mayClose(bool *accepted);
    void leaveToBackground();
    void showRunner();
    void tell(ui::preferences::Event event, ui::Notice notice, const QString &releaseRef, qint64 item,
              const QString &tab);

    ui::Theme m_theme;
    ui::Session m_session;
    ui::LocalRunner m_runner;
    ConsoleLog m_log;
    Notices m_notices;
    DesktopNotifier m_desktop;
    TrayIcon m_tray;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Pages> m_pages;
    std::unique_ptr<SampleWindow> m_sample;
    QAction *m_runnerSwitch = nullptr;
    bool m_quitWhenOff = false;
};

} // namespace pipeline::app
