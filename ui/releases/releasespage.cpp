// SPDX-License-Identifier: Apache-2.0
#include "releasespage.h"

#include "historyview.h"
#include "releasedetailspane.h"
#include "releaselooks.h"
#include "releasesfigures.h"
#include "releasesfilterbar.h"
#include "releasesmodel.h"
#include "releasesview.h"

#include "ui/common/button.h"
#include "ui/common/sidepane.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"
#include "ui/shell/offlinenote.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::backlog::ReleaseGrouping;
using pipeline::backlog::ReleaseHistory;
using pipeline::backlog::ReleaseState;

namespace pipeline::ui {

namespace {

constexpr int GroupsOpenAtFirst = 5;
constexpr int GroupsOpenInASearch = 50;

} // namespace

ReleasesPage::ReleasesPage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Releases"), parent),
      m_model(new ReleasesModel(session, theme, this)),
      m_filter(new ReleasesFilterBar(theme)),
      m_view(new ReleasesView(theme, m_model)),
      m_details(new ReleaseDetailsPane(session, theme)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_side(nullptr),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_tick(new QTimer(this)),
      m_rest(new QTimer(this))
{
    auto *refresh = new Button(theme, tr("Refresh"));
    refresh->setThemeIcon(u"refresh"_s);
    refresh->setKey(QKeySequence(Qt::Key_F5));
    connect(refresh, &QPushButton::clicked, this, &ReleasesPage::refresh);
    addAction(refresh);

    const int margin = theme.size(u"space.pageMargin"_s);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin, 0, margin, 0);
    top->addWidget(new OfflineNote(session, theme, {}, this));
    body()->addLayout(top);
    body()->addWidget(m_filter);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    body()->addWidget(line);

    auto *left = new QWidget;
    left->setLayout(m_stack);
    left->setFocusProxy(m_view);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    const int width = theme.size(u"panels.releasesDetails"_s);
    m_splitter->setSizes({1000, width});
    m_details->setMinimumWidth(280);
    body()->addWidget(m_splitter, 1);
    m_side = new SidePane(m_splitter, m_details, width);
    connect(addCommand(u"view"_s, {}, tr("Show or hide &details"), QKeySequence(u"Ctrl+B"_s)), &QAction::triggered,
            m_side, &SidePane::toggle);
    connect(addCommand(u"go"_s, u"release"_s, tr("&Open the selected release"), QKeySequence(u"Ctrl+Return"_s)),
            &QAction::triggered, this, &ReleasesPage::openSelected);
    setFocusProxy(m_view);

    const QSettings settings;
    m_filter->restore(settings.value(u"releases/filter"_s).toByteArray());
    m_splitter->restoreState(settings.value(u"releases/splitter"_s).toByteArray());
    makeView();
    restoreColumns();
    follow();
    m_state->setHeader(m_view->header());
    m_state->showLoading(tr("Still loading from %1").arg(session.configuration().backlogUrl));
    showOffline();
}

ReleasesPage::~ReleasesPage()
{
    QSettings settings;
    settings.setValue(u"releases/filter"_s, m_filter->state());
    if (!m_side->isDrawer())
        settings.setValue(u"releases/splitter"_s, m_splitter->saveState());
    QVariantList hidden;
    for (const int column : m_view->hiddenColumns())
        hidden << column;
    settings.setValue(u"releases/hidden"_s, hidden);
}

void ReleasesPage::makeView()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReleasesPage::selectionMoved);
    connect(m_view, &QTreeView::doubleClicked, this, &ReleasesPage::openSelected);
    connect(m_view, &ReleasesView::openRequested, this, &ReleasesPage::openSelected);
    connect(m_view, &ReleasesView::copyRequested, this, &ReleasesPage::copySelected);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ReleasesPage::showContextMenu);
    connect(m_view, &QTreeView::expanded, this, &ReleasesPage::noteVisibleRows);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ReleasesPage::noteVisibleRows);
    // The details follow after a short rest, so that keys held down do not read every release.
    m_rest->setSingleShot(true);
    m_rest->setInterval(80);
    connect(m_rest, &QTimer::timeout, this, [this] {
        if (const auto *row = m_model->rowAt(m_view->currentIndex()))
            m_details->show(*row);
        else if (m_selected.isEmpty())
            m_details->clear();
    });
    connect(m_details, &ReleaseDetailsPane::openRequested, this, &ReleasesPage::openSelected);
    connect(m_details, &ReleaseDetailsPane::logRequested, this,
            [this](const QString &release, qint64 item) { emit releaseRequested(release, item, u"log"_s); });
}

void ReleasesPage::restoreColumns()
{
    QSet<int> hidden;
    for (const QVariant &column : QSettings().value(u"releases/hidden"_s).toList())
        hidden << column.toInt();
    m_view->setHiddenColumns(hidden);
    m_filter->addTrailing(m_view->makeColumnButton());
}

void ReleasesPage::follow()
{
    connect(m_filter, &ReleasesFilterBar::changed, this, &ReleasesPage::readAnew);
    connect(m_state, &StatePage::cancelled, m_model, &ReleasesModel::cancelReading);
    connect(m_state, &StatePage::reloadRequested, this, &ReleasesPage::refresh);
    connect(m_state, &StatePage::actionTriggered, this, [this] {
        if (m_error)
            session().testDatabaseNow();
        else
            m_filter->clear();
    });
    connect(m_model, &ReleasesModel::aboutToChange, this, &ReleasesPage::rememberPlace);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        for (int row = first; !parent.isValid() && row <= last && row < GroupsOpenAtFirst; ++row)
            m_view->setExpanded(m_model->index(row, 0), true);
    });
    connect(m_model, &ReleasesModel::loaded, this, [this] {
        m_error.reset();
        showState();
        keepPlace();
    });
    connect(m_model, &ReleasesModel::failed, this, [this](const Error &error) {
        m_error = error;
        session().noteDatabaseError(error);
        showState();
    });
    connect(&session(), &Session::opened, this, &ReleasesPage::readAnewWhenShown);
    readAnewWhenShown(); // it may be made long after that
    connect(&session(), &Session::configurationChanged, this, &ReleasesPage::readAnewWhenShown);
    connect(&session(), &Session::backlogChanged, this, &ReleasesPage::refreshWhenShown);
    connect(&session(), &Session::databaseChanged, this, &ReleasesPage::showOffline);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && session().isConnected())
            m_view->repaintAges();
    });
    m_tick->start();
}

void ReleasesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fitWindow();
}

void ReleasesPage::refresh()
{
    noteVisibleRows();
    m_model->refresh();
    readFigures();
}

void ReleasesPage::focusSearch()
{
    m_filter->focusSearch();
}

void ReleasesPage::readAnew()
{
    const auto &repository = session().configuration().artefacts;
    m_filter->setProducts(repository ? repository->products : QStringList());
    m_unfold = true;
    m_model->setQuery(m_filter->filter(), m_filter->grouping());
    readFigures();
}

void ReleasesPage::readFigures()
{
    const auto services = session().services();
    if (!services)
        return;
    m_figuresTask = inBackground(
        this,
        [services, filter = m_filter->filter(),
         environment = session().configuration().defaultEnvironment](std::stop_token stop) {
            return readReleasesFigures(ReleaseHistory(services->database, environment), filter, stop);
        },
        [this](const Result<ReleasesFigures> &figures) {
            if (figures)
                showFigures(*figures);
        });
}

void ReleasesPage::showFigures(const ReleasesFigures &figures)
{
    m_filter->setCounts(figures.states, figures.inAnEnvironment);
    m_filter->setPreparers(figures.preparers);
    m_all = figures.states.total();
    qint64 open = 0;
    for (const ReleaseState state : openStates())
        open += figures.states.of(state);
    setFigures(tr("%1 in %2 · %3 open")
                   .arg(tr("%n releases", nullptr, int(m_all)), tr("%n sprints", nullptr, int(figures.sprints)),
                        QLocale().toString(open)));
    showState();
}

void ReleasesPage::showState()
{
    if (m_error && !m_model->isLoaded()) {
        m_state->showMessage(u"unplug"_s, u"wait"_s, tr("The backlog cannot be read"),
                             m_error->message + u'\n' + m_error->detail + u'\n' + m_error->hint, tr("Try now"));
        m_stack->setCurrentWidget(m_state);
    } else if (!m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_state);
    } else if (m_model->total() > 0) {
        m_stack->setCurrentWidget(m_view);
    } else if (!m_filter->isDefault()) {
        m_state->showMessage(u"filter"_s, u"idle"_s, tr("No release matches %1").arg(m_filter->words()),
                             m_all > 0 ? tr("%n releases are hidden by the chips.", nullptr, int(m_all)) : QString(),
                             tr("Clear filter"));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_state->showMessage(u"release"_s, u"idle"_s, tr("There are no releases yet"),
                             tr("A release appears here when PROMETHEUS, or you, puts its first item into the queue."));
        m_stack->setCurrentWidget(m_state);
    }
}

void ReleasesPage::showOffline()
{
    if (session().isOffline() && !m_model->isLoaded() && session().database().error) {
        m_error = session().database().error;
        showState();
    }
}

void ReleasesPage::rememberPlace()
{
    m_top.clear();
    for (QModelIndex index = m_view->indexAt(QPoint(0, 0)); index.isValid(); index = m_view->indexBelow(index)) {
        if (const auto *row = m_model->rowAt(index)) {
            m_top = row->releaseRef;
            m_topOffset = m_view->visualRect(index).top();
            return;
        }
    }
}

void ReleasesPage::keepPlace()
{
    if (std::exchange(m_unfold, false)) {
        m_view->unfold(m_filter->filter().text.isEmpty() ? GroupsOpenAtFirst : GroupsOpenInASearch);
    } else if (const QModelIndex top = m_model->indexOf(m_top);
               top.isValid() && m_view->verticalScrollBar()->value() > 0) {
        // Where the eye rests does not move.
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->value() + m_view->visualRect(top).top() - m_topOffset);
    }
    const auto *current = m_model->rowAt(m_view->currentIndex());
    if (!m_model->isGroup(m_view->currentIndex()) && (!current || current->releaseRef != m_selected)) {
        QModelIndex index = m_model->indexOf(m_selected);
        if (!index.isValid() && m_selected.isEmpty() && m_model->total() > 0)
            index = m_model->grouping() == ReleaseGrouping::None ? m_model->index(0, 0)
                                                                 : m_model->index(0, 0, m_model->index(0, 0));
        if (index.isValid()) {
            const QSignalBlocker quiet(m_view->selectionModel());
            const int scrolled = m_view->verticalScrollBar()->value();
            m_view->setCurrentIndex(index);
            m_view->verticalScrollBar()->setValue(scrolled);
            if (const auto *row = m_model->rowAt(index))
                m_selected = row->releaseRef;
            m_view->viewport()->update();
        }
    }
    m_rest->start();
    noteVisibleRows();
}

void ReleasesPage::selectionMoved()
{
    if (const auto *row = m_model->rowAt(m_view->currentIndex()))
        m_selected = row->releaseRef;
    m_rest->start();
}

void ReleasesPage::openSelected()
{
    if (const auto *row = m_model->rowAt(m_view->currentIndex()))
        emit releaseRequested(row->releaseRef, row->current.id,
                              row->state == ReleaseState::Deploying || row->state == ReleaseState::Validating
                                      || row->state == ReleaseState::Failed
                                  ? u"log"_s
                                  : QString());
}

void ReleasesPage::copySelected() const
{
    QStringList cells;
    for (int column = 0; column < m_model->columnCount(); ++column)
        cells << m_view->currentIndex().siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void ReleasesPage::showContextMenu(const QPoint &at)
{
    const auto *row = m_model->rowAt(m_view->indexAt(at));
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setProperty("look", u"icons"_s);
    connect(menu->addAction(theme().icon(u"eye"_s), tr("Open release")), &QAction::triggered, this,
            &ReleasesPage::openSelected);
    connect(menu->addAction(theme().icon(u"copy"_s), tr("Copy row")), &QAction::triggered, this,
            [this] { copySelected(); });
    connect(menu->addAction(theme().icon(u"copy"_s), tr("Copy release name")), &QAction::triggered, this,
            [name = row->releaseRef] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ReleasesPage::noteVisibleRows()
{
    m_model->setVisibleRows(m_view->visibleRows());
}

void ReleasesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitWindow();
    noteVisibleRows();
}

void ReleasesPage::fitWindow()
{
    m_side->setNarrow(window()->width() < 1280);
    m_view->fitWindow(window()->width());
}

} // namespace pipeline::ui
