// SPDX-License-Identifier: Apache-2.0
#include "queuepage.h"

#include "needsyou.h"
#include "queuedetails.h"
#include "queuefilterbar.h"
#include "queuemodel.h"
#include "queuesplitter.h"
#include "queuetable.h"
#include "readinessline.h"

#include "ui/common/button.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"
#include "ui/shell/offlinenote.h"

#include <QHeaderView>
#include <QLabel>
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
using pipeline::backlog::QueueReader;
using pipeline::backlog::QueueSort;

namespace pipeline::ui {

QueuePage::QueuePage(Session &session, const Theme &theme, QWidget *parent)
    : Page(session, theme, tr("Queue"), parent),
      m_model(new QueueModel(session, this)),
      m_needs(new NeedsYouPanel(session, theme)),
      m_filter(new QueueFilterBar(theme)),
      m_table(new QueueTable(m_model, theme)),
      m_details(new QueueDetails(session, theme)),
      m_splitter(nullptr),
      m_stack(new QStackedLayout),
      m_state(new StatePage(theme)),
      m_pulse(new QLabel),
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
    addAction(m_pulse);
    addAction(m_live);
    addAction(m_refresh);

    const int margin = theme.size(u"space.pageMargin"_s);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(margin, 0, margin, 0);
    top->setSpacing(theme.size(u"space.s"_s));
    top->addWidget(new OfflineNote(
        session, theme, tr("Approve, retry and cancel wait for it; nothing is sent later by itself."), this));
    top->addWidget(m_needs);
    body()->addLayout(top);
    body()->addWidget(m_filter);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    body()->addWidget(line);

    auto *left = new QWidget;
    left->setLayout(m_stack);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    m_stack->setCurrentWidget(m_state);
    m_state->setHeader(m_table->horizontalHeader());
    m_splitter = new QueueSplitter(left, m_table, m_details, theme);
    body()->addWidget(m_splitter, 1);

    connect(addCommand(u"view"_s, {}, tr("Show or hide &details"), QKeySequence(u"Ctrl+B"_s)), &QAction::triggered,
            m_splitter, &QueueSplitter::toggleDetails);
    connect(addCommand(u"go"_s, u"eye"_s, tr("&Review the selected release"), QKeySequence(u"Ctrl+Return"_s)),
            &QAction::triggered, this, &QueuePage::reviewSelected);

    m_newItems = new Button(theme, {}, Button::Kind::Primary, m_table);
    m_newItems->hide();
    connect(m_newItems, &QPushButton::clicked, this, [this] {
        m_table->scrollToTop();
        m_newItems->hide();
    });

    m_filter->restore(QSettings().value(u"queue/filter"_s).toByteArray());
    m_splitter->restore();
    m_table->restoreColumns();
    makeColumnMenu();

    connect(m_filter, &QueueFilterBar::changed, this, &QueuePage::applyFilter);
    connect(m_needs, &NeedsYouPanel::countChanged, this, &QueuePage::needsYouChanged);
    connect(m_needs, &NeedsYouPanel::reviewRequested, this, &Page::releaseRequested);
    connect(m_details, &QueueDetails::openRequested, this, &QueuePage::openSelected);
    connect(m_state, &StatePage::cancelled, m_model, &QueueModel::cancelReading);
    connect(m_state, &StatePage::reloadRequested, this, &QueuePage::refresh);
    connect(m_state, &StatePage::actionTriggered, this, [this] {
        if (m_error)
            this->session().testDatabaseNow();
        else if (!m_filter->isDefault())
            m_filter->clear();
        else
            emit sampleRequested();
    });
    connect(m_state, &StatePage::secondActionTriggered, this, [this] { m_filter->drop(m_helps.words); });
    connect(m_model, &QueueModel::loaded, this, [this] {
        m_error.reset();
        showState();
        m_table->keepSelection();
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
        refreshWhenShown();
        if (!isVisible())
            m_needs->refresh(); // the rail shows how many they are
    });
    connect(&session, &Session::databaseChanged, this, &QueuePage::showLiveness);
    connect(m_table, &QueueTable::sortRequested, this, &QueuePage::sortBy);
    connect(m_table, &QueueTable::openRequested, this, &QueuePage::openSelected);
    connect(m_table, &QueueTable::scrolledToTop, m_newItems, &QWidget::hide);
    m_tick->setInterval(1000);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (isVisible() && this->session().isConnected())
            m_model->tick();
    });
    m_tick->start();
    // The details follow after a short rest, so that keys held down do not read every row.
    m_follow->setSingleShot(true);
    m_follow->setInterval(80);
    connect(m_table, &QueueTable::rowChosen, m_follow, qOverload<>(&QTimer::start));
    connect(m_follow, &QTimer::timeout, this, [this] {
        if (const auto *row = m_model->rowAt(m_table->currentIndex().row()))
            m_details->show(*row);
        else
            m_details->clear();
    });
    m_state->showLoading(tr("Still loading from %1").arg(session.configuration().backlogUrl));
    showLiveness();
}

void QueuePage::watch(LocalRunner &runner)
{
    m_readiness = new ReadinessLine(session(), theme(), runner, this);
    body()->addWidget(m_readiness);
    connect(m_readiness, &ReadinessLine::runnerRequested, this, &QueuePage::runnerRequested);
    showState();
}

QueuePage::~QueuePage()
{
    save();
}

void QueuePage::sortBy(int column)
{
    const auto order = QueueModel::orderOf(column);
    if (!order)
        return;
    const QueueSort now = m_model->sort();
    m_model->setQuery(m_filter->filter(), {*order, now.order == *order && !now.descending});
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
    m_table->fillColumnMenu(menu);
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
        [services, filter = m_filter->filter(),
         environment = session().configuration().defaultEnvironment](std::stop_token stop) -> Result<Figures> {
            const QueueReader reader(services->database, environment);
            const auto counts = reader.counts(filter, stop);
            const auto all = counts ? reader.counts({}, stop) : counts;
            if (!all)
                return fail(all.error());
            return Figures{*counts, all->total()};
        },
        [this](const Result<Figures> &figures) {
            if (figures)
                showFigures(*figures);
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

void QueuePage::showFigures(const Figures &figures)
{
    m_filter->setCounts(figures.counts);
    m_total = figures.total;
    showHeader(figures.counts);
    showState();
}

void QueuePage::showHeader(const backlog::QueueCounts &counts)
{
    QStringList parts{m_filter->isDefault()
                          ? tr("%n items", nullptr, int(m_total))
                          : tr("%1 of %n items", nullptr, int(m_total)).arg(QLocale().toString(m_model->rowCount()))};
    if (const qint64 running = counts.of(backlog::QueueState::Running))
        parts << tr("%1 running").arg(QLocale().toString(running));
    if (const qint64 queued = counts.of(backlog::QueueState::Queued))
        parts << tr("%1 queued").arg(QLocale().toString(queued));
    setFigures(parts.join(u" · "_s));
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

void QueuePage::reviewSelected()
{
    const auto *row = m_model->rowAt(m_table->currentIndex().row());
    if (row && !row->releaseRef.isEmpty())
        emit releaseRequested(row->releaseRef, row->id, u"artefacts"_s);
}

void QueuePage::save() const
{
    QSettings().setValue(u"queue/filter"_s, m_filter->state());
    m_splitter->save();
    m_table->saveColumns();
}

} // namespace pipeline::ui
