// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace pipeline::logs {
class LogFolder;
}

namespace pipeline::ui {
class LocalRunner;
class MainWindow;
class Page;
class Session;
class SettingsPage;
class Theme;
class WelcomePage;
} // namespace pipeline::ui

namespace pipeline::app {

/// The places of a window that others lead to.
struct Pages {
    ui::Page *queue = nullptr;
    ui::Page *release = nullptr;
    ui::Page *environments = nullptr;
    ui::SettingsPage *settings = nullptr;
    ui::WelcomePage *welcome = nullptr;
    std::function<void(const QString &releaseRef, qint64 item, const QString &tab)> openRelease;
};

/// Puts the pages of a backlog into \a window: its queue, its releases and its journal.
Pages addBacklogPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme);

/// Puts every page into \a window, in the order of the rail, and leads from one to the other.
Pages addPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner,
               logs::LogFolder &log);

/// Opens the command palette over \a window.
void openPalette(ui::MainWindow &window, ui::Session &session, const ui::Theme &theme, const Pages &pages);

} // namespace pipeline::app
