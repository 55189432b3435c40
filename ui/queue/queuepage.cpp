// SPDX-License-Identifier: Apache-2.0
#include "queuepage.h"

#include "needsyou.h"
#include "queuedetails.h"
#include "queuefilterbar.h"
#include "queuemodel.h"

#include "ui/cells/celldelegates.h"
#include "ui/common/button.h"
#include "ui/common/note.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueReader;
using pipeline::backlog::QueueSort;

namespace pipeline::ui {

QueuePage::QueuePage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Queue"), parent),
      m_model(new QueueModel(session, this)),
      m_needs(new NeedsYouPanel(session, theme)),
      m_filter(new QueueFilterBar(theme)),
      m_offline(new Note(theme)),
      m_table(new QTableView),
      m_details(new QueueDetails(session, theme)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_live(new QLabel),
      m_refresh(new Button(theme, tr("Refresh"))),
      m_newItems(nullptr),
      m_tick(new QTimer(this)),
      m_follow(new QTimer(this))
{
    m_refresh->setThemeIcon(u"refresh"_s);
    m_refresh->setKey(QKeySequence(Qt::Key_F5));
    connect(m_refresh, &QPushButton::clicked, this, &QueuePage::refresh);
    m_live->setProperty("look", u"secondary"_s);
    auto *pulse = new QLabel;
    pulse->setPixmap(theme.icon(u"pulse"_s, u"textSecondary"_s).pixmap(14, 14));
    addAction(pulse);
    addAction(m_live);
    addAction(m_refresh);

    const int margin = theme.size(u"space.pageMargin"_s);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin, 0, margin, 0);
    top->addWidget(m_offline);
    top->addWidget(m_needs);
    body()->addLayout(top);
    body()->addWidget(m_filter);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    body()->addWidget(line);
    m_offline->hide();

    makeTable();
    auto *left = new QWidget;
    left->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({1000, theme.size(u"panels.queueDetails"_s)});
    m_details->setMinimumWidth(240);
    body()->addWidget(m_splitter, 1);

    m_newItems = new Button(theme, {}, Button::Kind::Primary, m_table);
    m_newItems->hide();
    connect(m_newItems, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        m_newItems->hide();
    });

    const QSettings settings;
    m_filter->restore(settings.value(u"queue/filter"_s).toByteArray());
    m_splitter->restoreState(settings.value(u"queue/splitter"_s).toByteArray());
    makeColumnMenu();

    connect(m_filter, &QueueFilterBar::changed, this, &QueuePage::applyFilter);
    connect(m_needs, &NeedsYouPanel::countChanged, this, &QueuePage::needsYouChanged);
    connect(m_needs, &NeedsYouPanel::reviewRequested, this, &Page::releaseRequested);
    connect(m_details, &QueueDetails::openRequested, this, &QueuePage::openSelected);
    connect(m_offline, &Note::actionTriggered, &session, &Session::testDatabaseNow);
    connect(m_state, &StatePage::actionTriggered, this, [this] {
        if (m_error)
            this->session().testDatabaseNow();
        else
            m_filter->clear();
    });
    connect(m_model, &QueueModel::loaded, this, [this] {
        m_error.reset();
        showState();
        keepSelection();
    });
    connect(m_model, &QueueModel::failed, this, [this](const Error &error) {
        m_error = error;
        this->session().noteDatabaseError(error);
        showState();
    });
    connect(m_model, &QueueModel::grew, this, [this](int number) {
        if (m_table->verticalScrollBar()->value() > 0) {
            m_newItems->setText(tr("%n new items", nullptr, number));
            m_newItems->adjustSize();
            m_newItems->move((m_table->width() - m_newItems->width()) / 2, m_table->horizontalHeader()->height() + 8);
            m_newItems->show();
        }
    });
    connect(&session, &Session::opened, this, [this] {
        applyFilter();
        readChoices();
    });
    connect(&session, &Session::backlogChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&session, &Session::databaseChanged, this, &QueuePage::showLiveness);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && this->session().canWrite())
            m_model->tick();
    });
    m_tick->start();
    // The details follow after a short rest, so that keys held down do not read every row.
    m_follow->setSingleShot(true);
    m_follow->setInterval(80);
    connect(m_follow, &QTimer::timeout, this, [this] {
        if (const auto *row = m_model->rowAt(m_table->currentIndex().row()))
            m_details->show(*row);
        else
            m_details->clear();
    });
    m_state->showLoading(tr("Still loading from %1").arg(session.configuration().backlogUrl));
    showLiveness();
}

QueuePage::~QueuePage()
{
    save();
}

void QueuePage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Items of the queue"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(theme().height(u"size.rowTable"_s));
    m_table->setItemDelegate(new CellDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(QueueModel::State, new StateDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(QueueModel::Artefacts, new ArtefactsDelegate(theme(), m_table));
    m_table->setItemDelegateForColumn(QueueModel::Stage, new StageMeterDelegate(theme(), m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(theme().size(u"size.control"_s));
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setFixedHeight(theme().height(u"size.tableHeader"_s, TextStyle::Small));
    fitColumns();
    m_table->installEventFilter(this);
    connect(header, &QHeaderView::sectionClicked, this, [this](int column) {
        const auto order = QueueModel::orderOf(column);
        if (!order)
            return;
        const QueueSort now = m_model->sort();
        m_model->setQuery(m_filter->filter(), {*order, now.order == *order && !now.descending});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePage::selectionMoved);
    connect(m_table, &QTableView::doubleClicked, this, &QueuePage::openSelected);
    connect(m_table, &QTableView::customContextMenuRequested, this, &QueuePage::showContextMenu);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &QueuePage::noteVisibleRows);
}

void QueuePage::fitColumns()
{
    // From the longest word that each column may show, in the language of the window.
    const QFontMetrics base(theme().font(TextStyle::Base, QFont::Medium));
    const QFontMetrics text(theme().font(TextStyle::Base));
    const QFontMetrics mono(theme().font(TextStyle::Mono));
    const QFontMetrics small(theme().font(TextStyle::Small, QFont::DemiBold));
    int state = 0;
    for (const auto each : {backlog::QueueState::Running, backlog::QueueState::WaitingApproval,
                            backlog::QueueState::Failed, backlog::QueueState::Queued, backlog::QueueState::Done})
        state = qMax(state, base.horizontalAdvance(lookOf(each).word));
    const int padding = 2 * theme().size(u"space.cellPadding"_s) + 2;
    const auto set = [&](QueueModel::Column column, int width) { m_table->setColumnWidth(column, width + padding); };
    set(QueueModel::State, state + 22 + theme().size(u"space.pageMargin"_s) - 8);
    set(QueueModel::Type, text.horizontalAdvance(u"validar_implantacao"_s));
    set(QueueModel::Mode, text.horizontalAdvance(u"implantar"_s));
    set(QueueModel::Release, mono.horizontalAdvance(u"R-2026.11.1-h2"_s));
    set(QueueModel::Sprint, text.horizontalAdvance(u"S0000"_s));
    set(QueueModel::Artefacts, 4 * (ArtefactsDelegate::Step + base.horizontalAdvance(u'9')));
    set(QueueModel::Stage, StageMeterDelegate::MeterWidth + 7 + small.horizontalAdvance(u"VALIDATE 12 of 12"_s));
    set(QueueModel::Age, text.horizontalAdvance(u"59 min"_s));
    set(QueueModel::Try, text.horizontalAdvance(tr("Try")));
    set(QueueModel::Worker, text.horizontalAdvance(u"runner-02"_s));
}

void QueuePage::makeColumnMenu()
{
    auto *button = new QToolButton;
    button->setIcon(theme().icon(u"settings"_s, u"textSecondary"_s));
    button->setAccessibleName(tr("Columns"));
    button->setToolTip(tr("Columns"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    for (int column = QueueModel::Type; column < QueueModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(QueueModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { m_table->setColumnHidden(column, !on); });
    }
    button->setMenu(menu);
    m_filter->addTrailing(button);
}

void QueuePage::refresh()
{
    m_model->refresh();
    m_needs->refresh();
    readCounts();
}

void QueuePage::focusSearch()
{
    m_filter->focusSearch();
}

void QueuePage::applyFilter()
{
    m_model->setQuery(m_filter->filter(), m_model->sort());
    m_needs->refresh();
    readCounts();
}

void QueuePage::readCounts()
{
    const auto services = session().services();
    if (!services)
        return;
    m_countsTask = inBackground(
        this,
        [services, filter = m_filter->filter(), environment = session().configuration().defaultEnvironment](
            std::stop_token stop) { return QueueReader(services->database, environment).counts(filter, stop); },
        [this](const Result<backlog::QueueCounts> &counts) {
            if (counts)
                showCounts(*counts);
        });
}

void QueuePage::readChoices()
{
    const auto services = session().services();
    if (!services)
        return;
    m_choicesTask = inBackground(
        this,
        [services, environment = session().configuration().defaultEnvironment](std::stop_token stop) {
            return QueueReader(services->database, environment).choices(stop);
        },
        [this](const Result<backlog::QueueChoices> &choices) {
            if (choices)
                m_filter->setChoices(*choices);
        });
}

void QueuePage::showCounts(const backlog::QueueCounts &counts)
{
    m_filter->setCounts(counts);
    m_hidden = qMax<qint64>(0, counts.total() - m_model->rowCount());
    QStringList parts{
        m_filter->isDefault()
            ? tr("%n items", nullptr, int(counts.total()))
            : tr("%1 of %n items", nullptr, int(counts.total())).arg(QLocale().toString(m_model->rowCount()))};
    if (const qint64 running = counts.of(backlog::QueueState::Running))
        parts << tr("%1 running").arg(QLocale().toString(running));
    if (const qint64 queued = counts.of(backlog::QueueState::Queued))
        parts << tr("%1 queued").arg(QLocale().toString(queued));
    setFigures(parts.join(u" · "_s));
    showState();
}

void QueuePage::showState()
{
    if (m_error && !m_model->isLoaded()) {
        m_state->showMessage(u"unplug"_s, u"wait"_s, tr("The backlog cannot be read"),
                             m_error->message + u'\n' + m_error->detail + u'\n' + m_error->hint, tr("Try now"));
        m_stack->setCurrentWidget(m_state);
    } else if (!m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_state);
    } else if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else if (!m_filter->isDefault()) {
        m_state->showMessage(u"filter"_s, u"idle"_s, tr("No item matches %1").arg(m_filter->words()),
                             tr("%n items are hidden by the filter.", nullptr, int(m_hidden)), tr("Clear filter"));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_state->showMessage(u"queue"_s, u"idle"_s, tr("The queue is empty"),
                             tr("PROMETHEUS, or you, puts releases here. Each one is validated and tested by a runner, "
                                "then waits for an approval."));
        m_stack->setCurrentWidget(m_state);
    }
}

void QueuePage::showLiveness()
{
    const Liveness &database = session().database();
    const bool offline = database.state == Liveness::State::Offline;
    m_live->setText(offline ? tr("Offline since %1").arg(database.since.toString(u"HH:mm"_s))
                        : database.state == Liveness::State::Asking ? tr("Connecting")
                                                                    : tr("Live"));
    m_live->setProperty("look", offline ? u"wait"_s : u"secondary"_s);
    m_live->style()->unpolish(m_live);
    m_live->style()->polish(m_live);
    m_offline->setVisible(offline);
    if (offline) {
        const QString last = database.lastAnswer.isValid()
            ? tr("You see the state of %1.").arg(database.lastAnswer.toString(u"HH:mm:ss"_s))
            : QString();
        m_offline->set(
            u"wait"_s, u"unplug"_s,
            tr("<b>No connection to the backlog database.</b> %1 Next try in %2 s. Approve, retry and cancel "
               "wait for it; nothing is sent later by itself.")
                .arg(last)
                .arg(database.secondsToNextTry));
        m_offline->setAction(tr("Try now"));
        if (!m_model->isLoaded() && database.error) {
            m_error = database.error;
            showState();
        }
    }
}

void QueuePage::selectionMoved()
{
    if (const auto *row = m_model->rowAt(m_table->currentIndex().row()))
        m_selected = row->id;
    m_follow->start();
}

void QueuePage::keepSelection()
{
    const auto *current = m_model->rowAt(m_table->currentIndex().row());
    if (current && (m_selected == 0 || current->id == m_selected)) {
        m_follow->start();
        return;
    }
    const int row = m_selected ? m_model->indexOf(m_selected) : -1;
    const QSignalBlocker quiet(m_table->selectionModel());
    if (row >= 0) {
        // Where the eye rests does not move: the row keeps its place in the view.
        const int before = m_table->rowViewportPosition(m_table->currentIndex().row());
        m_table->setCurrentIndex(m_model->index(row, 0));
        if (m_table->currentIndex().isValid() && before >= 0)
            m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->value()
                                                   + m_table->rowViewportPosition(row) - before);
    } else if (m_selected == 0 && m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
        if (const auto *first = m_model->rowAt(0))
            m_selected = first->id;
    }
    m_table->viewport()->update();
    m_follow->start();
}

void QueuePage::openSelected()
{
    const auto *row = m_model->rowAt(m_table->currentIndex().row());
    if (row && !row->releaseRef.isEmpty())
        emit releaseRequested(row->releaseRef, row->id,
                              row->state == backlog::QueueState::Running || row->state == backlog::QueueState::Failed
                                  ? u"log"_s
                                  : QString());
}

void QueuePage::copySelected() const
{
    QStringList cells;
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        cells << m_table->currentIndex().siblingAtColumn(column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void QueuePage::showContextMenu(const QPoint &at)
{
    const auto *row = m_model->rowAt(m_table->indexAt(at).row());
    if (!row)
        return;
    QMenu menu(this);
    connect(menu.addAction(theme().icon(u"eye"_s), tr("Open release")), &QAction::triggered, this,
            &QueuePage::openSelected);
    connect(menu.addAction(theme().icon(u"copy"_s), tr("Copy row")), &QAction::triggered, this,
            [this] { copySelected(); });
    connect(menu.addAction(theme().icon(u"hash"_s), tr("Copy item id")), &QAction::triggered, this,
            [id = row->id] { QGuiApplication::clipboard()->setText(QString::number(id)); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

void QueuePage::noteVisibleRows()
{
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->setVisibleRows(qMax(0, first), last < 0 ? m_model->rowCount() - 1 : last);
    if (m_table->verticalScrollBar()->value() == 0)
        m_newItems->hide();
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openSelected();
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copySelected();
            return true;
        }
    }
    if (watched == m_table && event->type() == QEvent::Resize)
        noteVisibleRows();
    return Page::eventFilter(watched, event);
}

void QueuePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    // In a small window the table matters most.
    const int whole = window()->width();
    m_details->setVisible(whole >= 1280);
    for (const auto column : {QueueModel::Sprint, QueueModel::Try})
        m_table->setColumnHidden(column, whole < 1180);
}

void QueuePage::save() const
{
    QSettings settings;
    settings.setValue(u"queue/filter"_s, m_filter->state());
    settings.setValue(u"queue/splitter"_s, m_splitter->saveState());
}

} // namespace pipeline::ui
