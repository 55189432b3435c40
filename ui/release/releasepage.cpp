// SPDX-License-Identifier: Apache-2.0
#include "releasepage.h"

#include "approvalpane.h"
#include "artefactstab.h"
#include "audittab.h"
#include "findingstab.h"
#include "logtab.h"
#include "releaseheader.h"
#include "runprogress.h"
#include "stagestrip.h"
#include "teststab.h"

#include "ui/common/badge.h"
#include "ui/common/note.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedLayout>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

ReleasePage::ReleasePage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Release"), parent),
      m_header(new ReleaseHeader(theme)),
      m_strip(new StageStrip(theme)),
      m_offline(new Note(theme)),
      m_tabs(new QTabBar),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_content(new QWidget),
      m_highlighter(std::make_shared<Highlighter>()),
      m_artefacts(new ArtefactsTab(session, theme, m_highlighter)),
      m_findings(new FindingsTab(session, theme, m_highlighter)),
      m_tests(new TestsTab(session, theme, m_highlighter)),
      m_log(new LogTab(session, theme, m_highlighter)),
      m_audit(new AuditTab(session, theme)),
      m_menu(new QMenu(this)),
      m_tick(new QTimer(this))
{
    header()->hide(); // the release has a taller head of its own
    body()->addWidget(m_header);
    body()->addWidget(m_offline);
    m_offline->hide();
    makeTabs();
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
    connect(m_offline, &Note::actionTriggered, &session, &Session::testDatabaseNow);
    connect(&session, &Session::opened, this, &ReleasePage::refresh);
    connect(&session, &Session::configurationChanged, this, &ReleasePage::refresh);
    connect(&session, &Session::backlogChanged, this, &ReleasePage::refreshWhenShown);
    connect(&session, &Session::databaseChanged, this, &ReleasePage::showLiveness);
    connectTabs();
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && m_loaded && this->session().isConnected()) {
            showStages();
            m_log->tick();
        }
    });
    m_tick->start();
    makeShortcuts();
    showLiveness();
}

ReleasePage::~ReleasePage() = default;

void ReleasePage::makeTabs()
{
    auto *pages = new QStackedLayout;
    pages->setContentsMargins(0, 0, 0, 0);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    auto *bar = new QWidget;
    bar->setProperty("kind", u"tabs"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(theme().size(u"space.m"_s), 0, 0, 0); // a tab has a margin of its own
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the release"));
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    barRow->addWidget(m_tabs);
    barRow->addStretch();
    column->addWidget(bar);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    column->addWidget(line);
    m_content->setProperty("kind", u"content"_s);
    m_content->setAttribute(Qt::WA_StyledBackground);
    m_content->setLayout(pages);
    column->addWidget(m_content, 1);
    auto *place = new QWidget;
    place->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(all);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    body()->addWidget(place, 1);

    addTab(u"artefacts"_s, tr("Artefacts"), m_artefacts);
    addTab(u"findings"_s, tr("Findings"), m_findings);
    addTab(u"tests"_s, tr("Tests"), m_tests);
    addTab(u"log"_s, tr("Log"), m_log);
    addTab(u"audit"_s, tr("Audit"), m_audit);
    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedLayout::setCurrentIndex);
}

void ReleasePage::connectTabs()
{
    ApprovalPane *approval = m_artefacts->approval();
    connect(approval, &ApprovalPane::findingsRequested, this, [this] { openTab(u"findings"_s); });
    connect(approval, &ApprovalPane::decided, this, [this](bool approved) {
        emit noticeRaised(approved ? u"okay"_s : u"run"_s,
                          approved ? tr("%1 is approved for %2").arg(m_releaseRef, m_data.environment)
                                   : tr("%1 is rejected").arg(m_releaseRef),
                          approved ? tr("A runner that serves %1 deploys it next.").arg(m_data.environment)
                                   : tr("Nothing is deployed. The reason is in the audit trail."));
        refresh();
    });
    connect(approval, &ApprovalPane::notRecorded, this, [this](bool approved, const Error &error) {
        const bool late = error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
        emit noticeRaised(late ? u"wait"_s : u"fail"_s,
                          approved ? tr("Approval was not recorded") : tr("Rejection was not recorded"), error.text());
        refresh();
    });
    const auto source = [this](const QString &path, int line, int column) { showSource(path, line, column); };
    connect(m_log, &LogTab::sourceRequested, this, source);
    connect(m_log, &LogTab::noticeRaised, this, &Page::noticeRaised);
    connect(m_log, &LogTab::changed, this, &ReleasePage::refresh);
    connect(m_tests, &TestsTab::sourceRequested, this, source);
    connect(m_tests, &TestsTab::logRequested, this, [this] { openTab(u"log"_s); });
}

void ReleasePage::addTab(const QString &name, const QString &text, QWidget *page)
{
    m_tabNames << name;
    m_content->layout()->addWidget(page);
    m_tabs->addTab(text);
}

void ReleasePage::setCount(const QString &tab, int count, const QString &tone)
{
    const int index = int(m_tabNames.indexOf(tab));
    auto *badge = qobject_cast<Badge *>(m_tabs->tabButton(index, QTabBar::RightSide));
    if (count < 0) {
        m_tabs->setTabButton(index, QTabBar::RightSide, nullptr);
        delete badge;
        return;
    }
    const bool fresh = !badge;
    if (fresh)
        badge = new Badge(theme(), m_tabs);
    badge->set({}, QString::number(count), tone);
    badge->resize(badge->sizeHint());
    if (fresh)
        m_tabs->setTabButton(index, QTabBar::RightSide, badge);
    else
        m_tabs->setTabText(index, m_tabs->tabText(index)); // lays the tabs out again
}

void ReleasePage::makeShortcuts()
{
    const auto on = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        QWidget::addAction(action);
    };
    on(QKeySequence(u"Ctrl+PgDown"_s), [this] { moveTab(1); });
    on(QKeySequence(u"Ctrl+PgUp"_s), [this] { moveTab(-1); });
    on(QKeySequence(u"Ctrl+B"_s), [this] { m_artefacts->togglePane(); });
    on(QKeySequence(u"Ctrl+Shift+A"_s), [this] {
        openTab(u"artefacts"_s);
        m_artefacts->approval()->focusDecision();
    });
    on(QKeySequence(u"F8"_s), [this] { moveFinding(1); });
    on(QKeySequence(u"Shift+F8"_s), [this] { moveFinding(-1); });
    on(QKeySequence(u"Ctrl+."_s), [this] { m_log->cancelRun(); });
    on(QKeySequence(u"Ctrl+R"_s), [this] { m_log->retryRun(); });
    on(QKeySequence(u"Ctrl+Shift+C"_s),
       [this] { QGuiApplication::clipboard()->setText(u"prometheus-pipeline://release/"_s + m_releaseRef); });
}

void ReleasePage::showRelease(const QString &releaseRef, qint64 item, const QString &tab)
{
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

void ReleasePage::showCounts()
{
    setCount(u"artefacts"_s, int(m_data.artefacts.size()), u"idle"_s);
    const int errors = m_data.count(Severity::Error);
    const bool validated = m_data.validation && m_data.validation->item.result;
    setCount(u"findings"_s, validated ? int(m_data.findings.size()) : -1,
             errors                                    ? u"fail"_s
                 : m_data.count(Severity::Warning) > 0 ? u"wait"_s
                                                       : u"idle"_s);
    const QJsonObject test = ReleaseData::result(m_data.validation, u"test"_s);
    const int failed = test["falhou"_L1].toInt();
    const int passed = test["passou"_L1].toInt();
    setCount(u"tests"_s, failed > 0 ? failed : passed > 0 ? passed : -1, failed > 0 ? u"fail"_s : u"idle"_s);
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

void ReleasePage::showLiveness()
{
    const Liveness &database = session().database();
    const bool offline = database.state == Liveness::State::Offline;
    m_offline->setVisible(offline);
    if (!offline)
        return;
    m_offline->set(u"wait"_s, u"unplug"_s,
                   tr("<b>No connection to the backlog database.</b> %1 Next try in %2 s.")
                       .arg(database.lastAnswer.isValid()
                                ? tr("You see the state of %1.").arg(database.lastAnswer.toString(u"HH:mm:ss"_s))
                                : QString())
                       .arg(database.secondsToNextTry));
    m_offline->setAction(tr("Try now"));
}

QString ReleasePage::currentTab() const
{
    return m_tabNames.value(m_tabs->currentIndex());
}

void ReleasePage::openTab(const QString &name)
{
    if (const int index = int(m_tabNames.indexOf(name)); index >= 0)
        m_tabs->setCurrentIndex(index);
}

void ReleasePage::openTabOfStage(int index)
{
    static const QStringList tabs{u"findings"_s, u"tests"_s, u"artefacts"_s, u"log"_s, u"log"_s};
    m_tabChosen = true;
    openTab(tabs.value(index));
    if (index == 2)
        m_artefacts->approval()->focusDecision();
}

void ReleasePage::openTabOfState()
{
    const backlog::HistoryItem *furthest = m_data.furthest();
    if (!furthest)
        return;
    const contract::ItemState state = furthest->item.state;
    const auto failed = [&](const QString &stage) {
        const auto found = ReleaseData::stage(m_data.validation, stage);
        return !m_data.deployment && found && found->status == "failed"_L1;
    };
    if (failed(u"validate"_s) && m_data.count(Severity::Error) > 0)
        openTab(u"findings"_s);
    else if (failed(u"test"_s))
        openTab(u"tests"_s);
    else if (state == contract::ItemState::Running || state == contract::ItemState::Failed)
        openTab(u"log"_s);
    else
        openTab(u"artefacts"_s);
}

void ReleasePage::moveTab(int by)
{
    m_tabChosen = true;
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) % m_tabs->count());
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
