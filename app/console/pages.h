// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

namespace pipeline::ui {
class LocalRunner;
class MainWindow;
class Page;
class Session;
class SettingsPage;
class Theme;
} // namespace pipeline::ui

namespace pipeline::app {

/// The places of a window that others lead to.
struct Pages {
    ui::Page *queue = nullptr;
    ui::Page *environments = nullptr;
    ui::SettingsPage *settings = nullptr;
    std::function<void(const QString &releaseRef, qint64 item, const QString &tab)> openRelease;
};

/// Puts every page into \a window, in the order of the rail, and leads from one to the other.
Pages addPages(ui::MainWindow &window, ui::Session &session, ui::Theme &theme, ui::LocalRunner &runner);

} // namespace pipeline::app
