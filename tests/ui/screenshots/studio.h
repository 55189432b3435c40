// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "console/console.h"
#include "support/faultserver.h"
#include "ui/session/preferences.h"
#include "ui/shell/mainwindow.h"
#include "ui/support/consolefixture.h"
#include "ui/support/samplerepository.h"

namespace pipeline::tests {

/// The program on a sample backlog, and the camera in front of it.
class Studio {
public:
    enum class Backlog { Sample, Empty, Hanging };
    enum class Environments { Both, None };

    /// Pictures go into \a folder, which is made.
    Studio(const QString &folder, ui::ThemeChoice theme, Backlog backlog,
           Environments environments = Environments::Both);
    ~Studio();

    /// Writes <name>-<theme>.png after a rest of \a milliseconds, in which pages read and draw what they show.
    void draw(const QString &name, int milliseconds = 1500);
    void draw(QWidget &window, const QString &name, int milliseconds = 1500); ///< another window

    /// Types \a text into the search field of the page that is open.
    void search(const QString &text);

    /// From now on a gateway answers in its place.
    void stopEngine();

    app::Console &console() { return *m_console; }
    ui::MainWindow &window() { return m_console->window(); }
    ConsoleFixture &surroundings() { return *m_surroundings; }

private:
    const QString m_folder;
    const QString m_theme;
    FaultServer m_engine; ///< tells its version
    std::unique_ptr<ConsoleFixture> m_surroundings;
    std::unique_ptr<SampleRepository> m_repository;
    std::shared_ptr<std::atomic<bool>> m_letGo = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<app::Console> m_console;
};

} // namespace pipeline::tests
