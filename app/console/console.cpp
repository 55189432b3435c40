// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/statusarea.h"

#include <QApplication>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::app {

Console::Console(const configuration::Configuration &configuration, Actor actor, ui::Session::Open open)
    : m_session(configuration, std::move(actor), std::move(open)), m_runner(m_session)
{
    connect(&m_runner, &ui::LocalRunner::changed, this, &Console::showRunner);
}

Console::~Console() = default;

void Console::start()
{
    makeWindow();
    m_window->show();
    m_session.start();
}

void Console::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(m_session, m_theme);
    m_pages = addPages(*m_window, m_session, m_theme, m_runner);
    m_window->open(m_pages.queue);
    showRunner();
}

void Console::showRunner()
{
    m_window->status()->setRunner(m_runner.icon(), m_runner.tone(), m_runner.words());
}

void Console::show(const QString &link)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    const QUrl url(link);
    if (url.scheme() == "prometheus-pipeline"_L1 && url.host() == "release"_L1 && url.path().size() > 1)
        m_pages.openRelease(url.path().mid(1), 0, {});
}

} // namespace pipeline::app
