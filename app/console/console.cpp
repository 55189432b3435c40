// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include "ui/common/question.h"
#include "ui/queue/queuepage.h"
#include "ui/session/preferences.h"
#include "ui/settings/settingspage.h"
#include "ui/sheet/sheetpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusarea.h"
#include "ui/welcome/welcomepage.h"

#include <QAction>
#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace pipeline::app {

using ui::LocalRunner;
using ui::MainWindow;

Console::Console(const configuration::Configuration &configuration, Actor actor, ui::Session::Open open,
                 std::optional<ui::ThemeChoice> theme)
    : m_session(configuration, std::move(actor), std::move(open)),
      m_runner(m_session),
      m_log(m_session, m_runner),
      m_notices(m_session),
      m_tray(m_theme)
{
    m_theme.setCompact(ui::preferences::compact());
    m_theme.apply(theme.value_or(ui::preferences::theme()));
    connect(&m_runner, &LocalRunner::changed, this, &Console::showRunner);
    connect(&m_notices, &Notices::raised, this, &Console::tell);
    connect(&m_tray, &TrayIcon::openRequested, this, [this] { show({}); });
    connect(&m_tray, &TrayIcon::stopRequested, &m_runner, &LocalRunner::stopNow);
}

Console::~Console() = default;

void Console::start()
{
    m_session.start(); // the backlog is opened while the window is made
    makeWindow();
    m_window->show();
    if (ui::preferences::runnerOn())
        m_runner.switchOn();
}

void Console::makeWindow()
{
    chooseLanguage();
    m_window = std::make_unique<MainWindow>(m_session, m_theme);
    m_pages = std::make_unique<Pages>(*m_window, m_session, m_theme, m_runner, m_log.folder());
    addCommands();
    connect(m_window->toasts(), &ui::Toasts::shown, &m_log, &ConsoleLog::noteNotice);
    connect(m_window.get(), &MainWindow::closing, this, &Console::mayClose);
    connect(m_window.get(), &MainWindow::paletteRequested, m_pages.get(), &Pages::openPalette);
    connect(m_window->status(), &ui::StatusArea::runnerRequested, this,
            [this] { m_window->open(m_pages->settings()); });
    // Queued, for it is the window's own page that asks.
    connect(m_pages.get(), &Pages::layoutChanged, this, &Console::remakeWindow, Qt::QueuedConnection);
    connect(m_pages.get(), &Pages::sampleRequested, this, &Console::openSample);
    m_window->open(m_pages->queue());
    showRunner();
}

void Console::remakeWindow()
{
    const bool welcomes = qobject_cast<ui::WelcomePage *>(m_window->current());
    const QByteArray geometry = m_window->saveGeometry();
    m_sample.reset();
    m_pages.reset();
    m_window.reset();
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->open(welcomes ? static_cast<ui::Page *>(m_pages->welcome()) : m_pages->settings());
    m_window->show();
    m_session.start(); // its pages begin when the backlog is opened
}

void Console::chooseLanguage()
{
    const QString chosen = ui::preferences::language();
    QLocale::setDefault(chosen.isEmpty() ? QLocale::system() : QLocale(chosen));
    for (QTranslator *translator : {&m_translator, &m_qtTranslator})
        QApplication::removeTranslator(translator);
    if (m_qtTranslator.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qtTranslator);
    // English has a file as well: its plurals.
    if (m_translator.load(QLocale(), {}, {}, u":/translations"_s) || m_translator.load(u":/translations/en"_s))
        QApplication::installTranslator(&m_translator);
}

void Console::addCommands()
{
    m_runnerSwitch = m_window->addCommand(u"run"_s, u"run"_s, tr("&Runner on this computer"), {});
    m_runnerSwitch->setCheckable(true);
    connect(m_runnerSwitch, &QAction::triggered, this, [this](bool on) {
        ui::preferences::setRunnerOn(on);
        on ? m_runner.switchOn() : m_runner.switchOff();
    });
    QAction *settings = m_window->addCommand(u"tools"_s, u"settings"_s, tr("&Settings"), QKeySequence(u"Ctrl+,"_s));
    connect(settings, &QAction::triggered, this, [this] { m_window->open(m_pages->settings()); });
}

void Console::openSample()
{
    if (m_sample) {
        m_sample->raise();
        return;
    }
    m_sample = std::make_unique<SampleWindow>(m_theme, m_session.actor());
    connect(m_sample.get(), &SampleWindow::closed, this, [this] { m_sample.reset(); }, Qt::QueuedConnection);
}

void Console::mayClose(bool *accepted)
{
    if (m_runner.items() == 0 || m_quitWhenOff) {
        m_sample.reset(); // it is no reason to go on
        return;
    }
    *accepted = false;
    ui::ask(m_window.get(), tr("The runner has an item under way"),
            tr("%1: %2. An item that is stopped goes back to the queue, for this runner later or for another.")
                .arg(m_runner.name(), m_runner.words()),
            {{tr("Stop now"),
              [this] {
                  leaveToBackground();
                  m_runner.stopNow();
              },
              true},
             {tr("Finish in the background, then quit"),
              [this] {
                  leaveToBackground();
                  m_runner.switchOff();
              }},
             {tr("Keep the window open")}});
}

/// From here on the program ends when the runner does.
void Console::leaveToBackground()
{
    m_quitWhenOff = true;
    m_sample.reset();
    QApplication::setQuitOnLastWindowClosed(false);
    m_window->hide();
    m_tray.show();
}

void Console::showRunner()
{
    if (m_quitWhenOff && m_runner.state() == LocalRunner::State::Off) {
        QApplication::quit();
        return;
    }
    m_tray.setWords(m_runner.words());
    if (!m_window)
        return;
    m_window->status()->setRunner(m_runner.icon(), m_runner.tone(), m_runner.words());
    m_runnerSwitch->setChecked(m_runner.isOn());
}

void Console::showSheet()
{
    auto *sheet = new ui::SheetPage(m_session, m_theme);
    m_window->addSubPage(sheet, nullptr);
    m_window->open(sheet);
}

void Console::tell(ui::preferences::Event event, ui::Notice notice, const QString &releaseRef, qint64 item,
                   const QString &tab)
{
    using ui::preferences::Place;
    if (!releaseRef.isEmpty())
        notice.onAction = [this, releaseRef, item, tab] {
            show({});
            m_pages->openRelease(releaseRef, item, tab);
        };
    if (ui::preferences::tells(event, Place::Console))
        m_window->toasts()->show(notice);
    if (ui::preferences::tells(event, Place::Desktop))
        m_desktop.show(notice.title, notice.text, notice.onAction);
}

void Console::show(const QString &link)
{
    if (m_quitWhenOff) {
        m_quitWhenOff = false;
        m_tray.hide();
        QApplication::setQuitOnLastWindowClosed(true);
        if (ui::preferences::runnerOn())
            m_runner.switchOn();
    }
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    const QUrl url(link);
    if (url.scheme() == "prometheus-pipeline"_L1 && url.host() == "release"_L1 && url.path().size() > 1)
        m_pages->openRelease(url.path().mid(1), 0, {});
}

} // namespace pipeline::app
