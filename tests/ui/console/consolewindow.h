// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "console/pages.h"
#include "logs/logfolder.h"
#include "ui/queue/queuepage.h"
#include "ui/session/localrunner.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"

#include <QSettings>
#include <QStandardPaths>

namespace pipeline::tests {

/// The whole window on a filled backlog.
struct ConsoleWindow {
    explicit ConsoleWindow(QSize size = {1440, 872})
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        console.fill();
        window = std::make_unique<ui::MainWindow>(*console.session, console.theme);
        runner = std::make_unique<ui::LocalRunner>(*console.session);
        pages = std::make_unique<app::Pages>(*window, *console.session, console.theme, *runner, log);
        window->open(pages->queue());
        window->resize(size);
        window->show();
    }

    ConsoleFixture console;
    logs::LogFolder log{console.folder() + QStringLiteral("/logs"), {}};
    std::unique_ptr<ui::LocalRunner> runner;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<app::Pages> pages;
};

} // namespace pipeline::tests
