// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages.h"

#include "ui/common/theme.h"
#include "ui/session/localrunner.h"
#include "ui/session/session.h"

#include <QPointer>

#include <memory>

class QUrl;

namespace pipeline::ui {
class MainWindow;
}

namespace pipeline::app {

/// The program behind its window: theme, session and runner live as long as it does; the window is made anew when the
/// language or the density changes.
class Console : public QObject {
    Q_OBJECT

public:
    Console(const configuration::Configuration &configuration, Actor actor, ui::Session::Open open);
    ~Console() override;

    ui::Theme &theme() { return m_theme; }

    void start();

    /// Raises the window; \a link is empty or "prometheus-pipeline://release/R-…".
    void show(const QString &link);

private:
    void makeWindow();
    void addCommands();
    void mayClose(bool *accepted);
    void showRunner();

    ui::Theme m_theme;
    ui::Session m_session;
    ui::LocalRunner m_runner;
    std::unique_ptr<ui::MainWindow> m_window;
    Pages m_pages;
    bool m_quitWhenOff = false;
};

} // namespace pipeline::app
