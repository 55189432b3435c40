// SPDX-License-Identifier: Apache-2.0
#include "samplewindow.h"

#include "sampleservices.h"

#include "ui/queue/queuepage.h"
#include "ui/shell/mainwindow.h"

namespace pipeline::app {

SampleWindow::SampleWindow(ui::Theme &theme, const Actor &actor)
    : m_session(sampleConfiguration(), actor, openSample, ui::Session::Kind::Sample),
      m_window(std::make_unique<ui::MainWindow>(m_session, theme)),
      m_pages(*m_window, m_session, theme)
{
    connect(m_window.get(), &ui::MainWindow::closing, this, &SampleWindow::closed);
    connect(m_window.get(), &ui::MainWindow::paletteRequested, &m_pages, &Pages::openPalette);
    m_window->open(m_pages.queue());
    m_session.start();
    m_window->show();
}

SampleWindow::~SampleWindow() = default;

void SampleWindow::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

} // namespace pipeline::app
