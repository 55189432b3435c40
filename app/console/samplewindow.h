// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages.h"

#include "ui/session/session.h"

#include <memory>

namespace pipeline::ui {
class MainWindow;
}

namespace pipeline::app {

/// A second window to look around in: the pages of the backlog on a sample that lives as long as it does.
class SampleWindow : public QObject {
    Q_OBJECT

public:
    SampleWindow(ui::Theme &theme, const Actor &actor);
    ~SampleWindow() override;

    ui::MainWindow &window() const { return *m_window; }
    const ui::Session &session() const { return m_session; }
    Pages &pages() { return m_pages; }

    void raise();

signals:
    void closed();

private:
    ui::Session m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    Pages m_pages;
};

} // namespace pipeline::app
