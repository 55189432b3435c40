// SPDX-License-Identifier: Apache-2.0
#include "logtab.h"

#include "confirmdialog.h"
#include "failurecard.h"
#include "grouptree.h"
#include "logview.h"
#include "runprogress.h"
#include "stepmodel.h"
#include "targetspane.h"

#include "ui/common/button.h"
#include "ui/common/statepage.h"
#include "ui/common/theme.h"
#include "ui/session/session.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using pipeline::contract::ItemState;

namespace pipeline::ui {

namespace {
constexpr int BatchMilliseconds = 100;
constexpr int MostEventsAtOnce = 5000;
constexpr int NarrowWindow = 1180;
} // namespace

LogTab::LogTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_choice(new QComboBox(this)),
      m_tree(new GroupTree(theme, tr("Steps of the run"), this)),
      m_steps(new StepModel(this)),
      m_failure(new FailureCard(session, theme, highlighter)),
      m_progress(new RunProgress(theme, this)),
      m_log(new LogView(theme, this)),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_targets(new TargetsPane(theme, this)),
      m_left(new QStackedLayout),
      m_stack(new QStackedLayout(this)),
      m_state(new StatePage(theme, this))
{
    m_tree->setModel(m_steps);
    connect(m_steps, &QAbstractItemModel::rowsInserted, m_tree,
            [this](const QModelIndex &stage) { m_tree->expand(stage); });
    m_choice->setAccessibleName(tr("Run and attempt"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setAccessibleName(tr("Failure"));
    scroll->setProperty("pane", true);
    auto *content = new QWidget;
    auto *cardColumn = new QVBoxLayout(content);
    cardColumn->setContentsMargins(20, 16, 20, 16);
    cardColumn->addWidget(m_failure);
    cardColumn->addStretch();
    scroll->setWidget(content);
    m_failureArea = scroll;

    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    auto *choiceRow = new QHBoxLayout;
    choiceRow->setContentsMargins(12, 6, 12, 6);
    choiceRow->addWidget(m_choice, 1);
    leftColumn->addLayout(choiceRow);
    auto *rule = new QFrame;
    rule->setProperty("kind", u"line"_s);
    leftColumn->addWidget(rule);
    m_left->addWidget(m_tree);
    m_left->addWidget(m_failureArea);
    leftColumn->addLayout(m_left, 1);
    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(m_progress);
    auto *line = new QFrame;
    line->setProperty("kind", u"line"_s);
    rightColumn->addWidget(line);
    rightColumn->addWidget(m_log, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    left->setMinimumWidth(300);
    right->setMinimumWidth(380);
    arrange(Qt::Horizontal);
    m_stack->setContentsMargins(0, 0, 0, 0);
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_splitter, 1);
    row->addWidget(m_targets);
    m_stack->addWidget(whole);
    m_stack->addWidget(m_state);

    m_batch.setSingleShot(true);
    m_batch.setInterval(BatchMilliseconds);
    connect(&m_batch, &QTimer::timeout, this, &LogTab::read);
    connect(&session, &Session::backlogChanged, this, [this] {
        if (isVisible() && !m_batch.isActive())
            m_batch.start();
    });
    connect(&session, &Session::databaseChanged, this, [this] { m_progress->setObstacle(m_session.writeObstacle()); });
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        m_chosen = true;
        const QVariantList ids = m_choice->itemData(index).toList();
        follow({ids.value(0).toLongLong(), ids.value(1).toInt()});
    });
    connect(m_progress, &RunProgress::cancelRequested, this, &LogTab::cancelRun);
    connect(m_failure, &FailureCard::retryRequested, this, &LogTab::retryRun);
    connect(m_failure, &FailureCard::sourceRequested, this, &LogTab::sourceRequested);
}

LogTab::~LogTab()
{
    saveSizes();
}

QString LogTab::sizesKey() const
{
    return m_splitter->orientation() == Qt::Vertical ? u"release/failure"_s : u"release/log"_s;
}

void LogTab::saveSizes() const
{
    QSettings().setValue(sizesKey(), m_splitter->saveState());
}

/// The steps stand beside the log, a failure above it, for its sentences and its source need the width.
void LogTab::arrange(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
    if (!m_splitter->restoreState(QSettings().value(sizesKey()).toByteArray()))
        m_splitter->setSizes(orientation == Qt::Vertical ? QList{460, 180}
                                                         : QList{m_theme.size(u"panels.runSteps"_s), 800});
}

const backlog::HistoryItem *LogTab::run() const
{
    for (const auto *each : {&m_release.deployment, &m_release.validation}) {
        if (*each && (*each)->item.id == m_shown.item)
            return &**each;
    }
    return nullptr;
}

void LogTab::set(const ReleaseData &release)
{
    if (release.releaseRef() != m_release.releaseRef())
        m_chosen = false;
    m_release = release;
    fillChoices();
    if (!release.run()) {
        m_state->showMessage(u"log"_s, u"idle"_s, tr("Nothing ran yet"),
                             tr("Each run writes its log here while it goes."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentIndex(0);
    const Choice newest{release.run()->item.id, release.run()->item.attempt};
    if (!m_chosen || !run())
        follow(newest);
    if (const auto *shown = run()) {
        m_progress->set(m_release, *shown);
        m_progress->setObstacle(m_session.writeObstacle());
    }
    showFailure();
    if (isVisible())
        read();
}

void LogTab::fillChoices()
{
    m_choice->clear();
    for (const auto *each : {&m_release.deployment, &m_release.validation}) {
        if (!*each)
            continue;
        const contract::BacklogItem &item = (*each)->item;
        if ((*each)->attempts.isEmpty())
            m_choice->addItem(tr("%1 · item %2").arg(item.mode, QString::number(item.id)),
                              QVariantList{item.id, item.attempt});
        for (const events::Attempt &attempt : (*each)->attempts)
            m_choice->addItem(tr("%1 · item %2 · attempt %3 · %4")
                                  .arg(item.mode, QString::number(item.id))
                                  .arg(attempt.number)
                                  .arg(attempt.runner),
                              QVariantList{item.id, attempt.number});
    }
    m_choice->setCurrentIndex(m_choice->findData(QVariantList{m_shown.item, m_shown.attempt}));
}

void LogTab::follow(const Choice &choice)
{
    if (choice == m_shown)
        return;
    m_shown = choice;
    m_choice->setCurrentIndex(m_choice->findData(QVariantList{choice.item, choice.attempt}));
    m_lastEvent = 0;
    m_kept.clear();
    m_log->clear();
    const auto *shown = run();
    const bool deploys = shown && shown->item.mode == "implantar"_L1;
    m_steps->start(m_release, deploys ? QStringList{u"deploy"_s, u"verify"_s} : QStringList{u"validate"_s, u"test"_s},
                   choice.attempt);
    m_tree->expandAll();
    m_task.cancel();
    m_reading = false;
    if (shown)
        m_progress->set(m_release, *shown);
    showFailure();
    if (isVisible())
        read();
}

void LogTab::read()
{
    const auto services = m_session.services();
    if (!services || m_shown.item == 0 || m_reading)
        return;
    m_reading = true;
    m_task = inBackground(
        this,
        [services, item = m_shown.item, last = m_lastEvent](std::stop_token stop) {
            return events::EventStore(services->database).since(last, item, MostEventsAtOnce, stop);
        },
        [this](const Result<QList<events::Event>> &events) {
            m_reading = false;
            if (!events) {
                m_session.noteDatabaseError(events.error());
                return;
            }
            adopt(*events);
            if (events->size() == MostEventsAtOnce)
                m_batch.start();
        });
}

void LogTab::adopt(const QList<events::Event> &events)
{
    if (events.isEmpty())
        return;
    m_lastEvent = events.last().id;
    m_steps->add(events);
    QList<LogLine> lines;
    for (const events::Event &event : events) {
        if (event.attempt != m_shown.attempt)
            continue;
        if (event.kind == "finding"_L1)
            m_kept << event;
        if (const auto line = LogModel::lineOf(event))
            lines << *line;
    }
    m_log->append(lines);
    showFailure();
}

void LogTab::showFailure()
{
    const auto *shown = run();
    const bool failed = shown && shown->item.state == ItemState::Failed && shown->item.attempt == m_shown.attempt;
    m_left->setCurrentWidget(failed ? m_failureArea : m_tree);
    m_progress->setVisible(!failed); // the card says when, and the stage how long
    const Qt::Orientation orientation = failed ? Qt::Vertical : Qt::Horizontal;
    if (orientation != m_splitter->orientation()) {
        saveSizes();
        arrange(orientation);
    }
    if (failed)
        m_failure->set(m_release, failureOf(m_release, *shown, m_kept));
    showTargets();
}

/// In a narrow window the card has all of the width.
void LogTab::showTargets()
{
    const bool deployment = m_release.deployment && m_shown.item == m_release.deployment->item.id;
    m_targets->set(m_release.environment, m_release.targets);
    m_targets->setVisible(deployment && m_left->currentWidget() == m_failureArea && !m_release.targets.isEmpty()
                          && window()->width() >= NarrowWindow);
}

void LogTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTargets();
}

void LogTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void LogTab::tick()
{
    m_progress->tick();
    if (const auto *shown = run(); shown && shown->item.state == ItemState::Running)
        m_steps->tick();
}

void LogTab::focusSearch()
{
    m_log->focusSearch();
}

void LogTab::act(const QString &done, std::function<Result<contract::BacklogItem>(Services &, std::stop_token)> work)
{
    const auto services = m_session.services();
    if (!services)
        return;
    m_actTask = inBackground(
        this, [services, work = std::move(work)](std::stop_token stop) { return work(*services, stop); },
        [this, done](const Result<contract::BacklogItem> &item) {
            if (item) {
                emit noticeRaised(u"run"_s, done, tr("Item %1 of %2").arg(item->id).arg(m_release.releaseRef()));
            } else {
                m_session.noteDatabaseError(item.error());
                emit noticeRaised(u"fail"_s, item.error().message, item.error().detail + u' ' + item.error().hint);
            }
            emit changed();
        });
}

void LogTab::cancelRun()
{
    const auto *shown = run();
    if (!shown || !m_progress->mayCancel())
        return;
    auto *dialog = new ConfirmDialog(
        m_theme,
        {tr("Cancel the run of %1?").arg(m_release.releaseRef()),
         shown->item.mode == "implantar"_L1
             ? tr("The runner stops after the current step. What %1 has accepted stays; nothing is rolled back.")
                   .arg(m_release.environment)
             : tr("The runner stops after the current step. Nothing is deployed."),
         tr("Keep running"), tr("Cancel run"), true},
        window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = shown->item.id] {
        act(tr("Cancelling is asked for"), [id, actor = m_session.actor()](Services &services, std::stop_token stop) {
            return services.backlog.cancel(id, actor, stop);
        });
    });
    dialog->open();
}

void LogTab::retryRun()
{
    const auto *shown = run();
    if (!shown || !m_session.canWrite()
        || (shown->item.state != ItemState::Failed && shown->item.state != ItemState::Cancelled))
        return;
    const Failure failure = failureOf(m_release, *shown, m_kept);
    auto *dialog = new ConfirmDialog(m_theme,
                                     {tr("Retry %1 in %2?").arg(m_release.releaseRef(), m_release.environment),
                                      failure.retrySentence(), tr("Leave it"), tr("Retry"), false},
                                     window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = shown->item.id] {
        m_chosen = false;
        act(tr("The run is queued again"), [id, actor = m_session.actor()](Services &services, std::stop_token stop) {
            return services.backlog.retry(id, actor, stop);
        });
    });
    dialog->open();
}

} // namespace pipeline::ui
