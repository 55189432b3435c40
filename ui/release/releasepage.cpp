// SPDX-License-Identifier: Apache-2.0
#include "releasepage.h"

#include "approvalpane.h"
#include "artefactstab.h"
#include "audittab.h"
#include "findingstab.h"
#include "logtab.h"
#include "logview.h"
#include "releaseheader.h"
#include "runprogress.h"
#include "stagestrip.h"
#include "teststab.h"

#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"
#include "ui/shell/offlinenote.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedLayout>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ReleasePage::ReleasePage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Release"), parent),
      m_header(new ReleaseHeader(theme)),
      m_strip(new StageStrip(theme)),
      m_tabs(new QTabBar),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_content(new QWidget),
      m_highlighter(std::make_shared<Highlighter>()),
      m_menu(new QMenu(this)),
      m_tick(new QTimer(this))
{
    header()->hide(); // the release has a taller head of its own
    body()->addWidget(m_header);
    body()->addWidget(new OfflineNote(session, theme, {}, this));
    makeFrame();
    m_menu->setProperty("look", u"icons"_s);
    m_header->menuButton()->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ReleasePage::fillMenu);
    connect(m_header, &ReleaseHeader::releasesRequested, this, &ReleasePage::releasesRequested);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { m_tabChosen = true; });
    connect(m_strip, &StageStrip::stageChosen, this, &ReleasePage::openTabOfStage);
    connect(m_state, &StatePage::actionTriggered, this, &ReleasePage::refresh);
    connect(m_state, &StatePage::reloadRequested, this, &ReleasePage::refresh);
    connect(m_state, &StatePage::cancelled, this, [this] {
        m_task.cancel();
        m_reading = false;
    });
    connect(&session, &Session::opened, this, &ReleasePage::refresh);
    connect(&session, &Session::configurationChanged, this, &ReleasePage::refresh);
    connect(&session, &Session::backlogChanged, this, &ReleasePage::refreshWhenShown);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && m_loaded && this->session().isConnected()) {
            showStages();
            m_log->tick();
        }
    });
    m_tick->start();
    makeCommands();
}

ReleasePage::~ReleasePage() = default;

void ReleasePage::makeCommands()
{
    const auto on = [this](const QString &menu, const QString &icon, const QString &text, const QString &key,
                           auto act) {
        connect(addCommand(menu, icon, text, QKeySequence(key)), &QAction::triggered, this, act);
    };
    on(u"file"_s, u"copy"_s, tr("&Copy link to release"), u"Ctrl+Shift+C"_s,
       [this] { QGuiApplication::clipboard()->setText(u"prometheus-pipeline://release/"_s + m_releaseRef); });
    on(u"file"_s, {}, tr("C&lose release"), u"Ctrl+W"_s, [this] { emit closeRequested(); });
    on(u"view"_s, {}, tr("Next &tab"), u"Ctrl+PgDown"_s, [this] { moveTab(1); });
    on(u"view"_s, {}, tr("Previous ta&b"), u"Ctrl+PgUp"_s, [this] { moveTab(-1); });
    on(u"view"_s, {}, tr("Show or hide &details"), u"Ctrl+B"_s, [this] { m_artefacts->togglePane(); });
    on(u"view"_s, {}, tr("Follow the &end of the log"), u"Ctrl+End"_s, [this] {
        openTab(u"log"_s);
        m_log->log()->followEnd();
    });
    on(u"go"_s, u"approve"_s, tr("&Your approval"), u"Ctrl+Shift+A"_s, [this] {
        openTab(u"artefacts"_s);
        m_artefacts->approval()->focusDecision();
    });
    on(u"go"_s, {}, tr("&Next finding"), u"F8"_s, [this] { moveFinding(1); });
    on(u"go"_s, {}, tr("&Previous finding"), u"Shift+F8"_s, [this] { moveFinding(-1); });
    on(u"run"_s, u"refresh"_s, tr("&Retry…"), u"Ctrl+R"_s, [this] { m_log->retryRun(); });
    on(u"run"_s, u"stop"_s, tr("&Cancel run…"), u"Ctrl+."_s, [this] { m_log->cancelRun(); });
}

void ReleasePage::showRelease(const QString &releaseRef, qint64 item, const QString &tab)
{
    while (makeNextTab()) {}
    const bool another = releaseRef != m_releaseRef || (item != 0 && item != m_item);
    m_releaseRef = releaseRef;
    m_item = item;
    m_tabChosen = !tab.isEmpty();
    setTitle(releaseRef);
    setWindowTitle(tr("%1 — Prometheus Pipeline").arg(releaseRef));
    if (another) {
        m_loaded = false;
        m_header->showName(releaseRef);
        m_state->showLoading(tr("Still loading %1").arg(releaseRef));
        m_stack->setCurrentWidget(m_state);
    }
    if (m_tabChosen)
        openTab(tab);
    else if (m_loaded)
        openTabOfState();
    m_again = false;
    m_reading = false;
    refresh();
}

void ReleasePage::refresh()
{
    const auto services = session().services();
    if (!services || m_releaseRef.isEmpty())
        return;
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_task = inBackground(
        this,
        [services, configuration = session().configuration(), ref = m_releaseRef, item = m_item](std::stop_token stop) {
            return readRelease(*services, configuration, ref, item, stop);
        },
        [this](const Result<ReleaseData> &release) {
            m_reading = false;
            if (release)
                adopt(*release);
            else
                adoptFailure(release.error());
            if (std::exchange(m_again, false))
                refresh();
        });
}

void ReleasePage::adopt(const ReleaseData &release)
{
    m_data = release;
    const auto environment = session().configuration().environment(release.environment);
    m_header->set(release, session().isProduction(release.environment), environment ? environment->cockpit : QUrl());
    m_artefacts->set(release);
    m_findings->set(release);
    m_tests->set(release);
    m_log->set(release);
    m_audit->set(release.releaseRef());
    showCounts();
    showStages();
    if (!m_loaded && !m_tabChosen)
        openTabOfState();
    m_loaded = true;
    m_stack->setCurrentIndex(0);
}

void ReleasePage::showSource(const QString &path, int line, int column)
{
    m_tabChosen = true;
    openTab(u"artefacts"_s);
    m_artefacts->showSource(path, line, column);
}

void ReleasePage::moveFinding(int by)
{
    if (currentTab() == "tests"_L1)
        m_tests->move(by);
    else {
        openTab(u"findings"_s);
        m_findings->move(by);
    }
}

void ReleasePage::adoptFailure(const Error &error)
{
    session().noteDatabaseError(error);
    if (m_loaded)
        return; // the last state stays, and the note above says since when
    m_state->showMessage(error.code == ErrorCode::NotFound ? u"release"_s : u"unplug"_s, u"wait"_s, error.message,
                         error.detail + u'\n' + error.hint, tr("Try now"));
    m_stack->setCurrentWidget(m_state);
}

void ReleasePage::showStages()
{
    m_strip->set(stagesOf(m_data, session().actor().name, QDateTime::currentDateTime()));
}

void ReleasePage::fillMenu()
{
    m_menu->clear();
    const auto copy = [this](const QString &icon, const QString &text, const QString &what) {
        connect(m_menu->addAction(theme().icon(icon), text), &QAction::triggered, this,
                [what] { QGuiApplication::clipboard()->setText(what); });
    };
    copy(u"copy"_s, tr("Copy link to the release"), u"prometheus-pipeline://release/"_s + m_releaseRef);
    if (const auto *furthest = m_data.furthest())
        copy(u"hash"_s, tr("Copy item id"), QString::number(furthest->item.id));
    if (!m_data.manifest.isEmpty())
        copy(u"hash"_s, tr("Copy manifest digest"), m_data.manifest);
    const auto *run = m_data.run();
    if (!run)
        return;
    m_menu->addSeparator();
    const bool failed = run->item.state == contract::ItemState::Failed
        || run->item.state == contract::ItemState::Cancelled;
    QAction *retry = m_menu->addAction(theme().icon(u"refresh"_s), tr("Retry…"));
    retry->setEnabled(failed && session().canWrite());
    connect(retry, &QAction::triggered, m_log, &LogTab::retryRun);
    QAction *cancel = m_menu->addAction(theme().icon(u"stop"_s), tr("Cancel run…"));
    cancel->setEnabled(m_log->progress()->mayCancel());
    connect(cancel, &QAction::triggered, m_log, &LogTab::cancelRun);
    if (!session().canWrite())
        m_menu->addAction(session().writeObstacle())->setEnabled(false);
}

void ReleasePage::focusSearch()
{
    const QString tab = currentTab();
    if (tab == "artefacts"_L1)
        m_artefacts->focusSearch();
    else if (tab == "findings"_L1)
        m_findings->focusSearch();
    else if (tab == "log"_L1)
        m_log->focusSearch();
}

} // namespace pipeline::ui
