// SPDX-License-Identifier: Apache-2.0
#include "runprogress.h"

#include "thinbar.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"
#include "ui/common/button.h"
#include "ui/common/note.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using pipeline::contract::ItemState;

namespace pipeline::ui {

RunProgress::RunProgress(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_elapsed(new QLabel(this)),
      m_words(new QLabel(this)),
      m_cancel(new Button(theme, tr("Cancel run…"), Button::Kind::Danger, this)),
      m_bar(new ThinBar(theme, this)),
      m_start(new QLabel(this)),
      m_end(new QLabel(this)),
      m_note(new Note(theme, this))
{
    m_elapsed->setProperty("look", u"page"_s);
    m_words->setProperty("look", u"secondary"_s);
    m_words->setWordWrap(true);
    m_cancel->setThemeIcon(u"stop"_s);
    m_cancel->setKey(QKeySequence(u"Ctrl+."_s));
    m_start->setProperty("look", u"tertiary"_s);
    m_end->setProperty("look", u"tertiary"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_elapsed);
    head->addWidget(m_words, 1);
    head->addWidget(m_cancel);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_start);
    foot->addStretch();
    foot->addWidget(m_end);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(foot);
    column->addWidget(m_note);
    m_note->hide();
    connect(m_cancel, &QPushButton::clicked, this, &RunProgress::cancelRequested);
}

bool RunProgress::mayCancel() const
{
    return m_obstacle.isEmpty() && m_run && !m_run->item.isFinished() && m_run->item.cancelRequestedBy.isEmpty();
}

void RunProgress::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    m_cancel->setEnabled(mayCancel());
    if (m_run)
        showNote();
}

std::optional<events::StageState> RunProgress::currentStage() const
{
    std::optional<events::StageState> last;
    for (const events::StageState &stage : m_run->stages) {
        if (stage.attempt == m_run->item.attempt && stage.status != "skipped"_L1 && stage.startedAt.isValid())
            last = stage;
    }
    return last;
}

void RunProgress::set(const ReleaseData &release, const backlog::HistoryItem &run)
{
    m_run = run;
    m_usual = release.usual;
    m_environment = release.environment;
    m_cancel->setVisible(!run.item.isFinished());
    m_cancel->setEnabled(mayCancel());
    showNote();
    tick();
}

void RunProgress::showNote()
{
    const contract::BacklogItem &item = m_run->item;
    m_note->setVisible(!item.isFinished());
    if (!m_obstacle.isEmpty())
        m_note->set(u"idle"_s, u"info"_s, m_obstacle.toHtmlEscaped());
    else if (!item.cancelRequestedBy.isEmpty())
        m_note->set(u"run"_s, u"stop"_s,
                    tr("%1 asked to cancel. The runner stops after the current step.")
                        .arg(item.cancelRequestedBy.toHtmlEscaped()));
    else
        m_note->set(u"idle"_s, u"info"_s,
                    item.mode == "implantar"_L1
                        ? tr("Cancelling takes effect after the current step. What %1 has accepted stays.")
                              .arg(m_environment.toHtmlEscaped())
                        : tr("Cancelling takes effect after the current step. Nothing is deployed by this run."));
}

void RunProgress::tick()
{
    if (!m_run)
        return;
    const auto stage = currentStage();
    const bool running = m_run->item.state == ItemState::Running;
    if (!stage) {
        m_elapsed->setText(u"—"_s);
        m_words->setText(m_run->item.state == ItemState::Pending ? tr("waits for a runner") : tr("never started"));
        m_bar->hide();
        m_start->clear();
        m_end->clear();
        return;
    }
    const QDateTime now = running  ? QDateTime::currentDateTime()
        : stage->endedAt.isValid() ? stage->endedAt
                                   : m_run->item.updatedAt;
    const qint64 spent = qMax<qint64>(0, stage->startedAt.msecsTo(now));
    const QString name = stageName(stageIndex(stage->stage));
    m_elapsed->setText(duration(spent));
    const qint64 usual = m_usual.value(stage->stage);
    const bool late = running && usual > 0 && spent > 2 * usual;
    m_words->setText(!running         ? tr("for %1").arg(name)
                         : usual == 0 ? tr("for %1 so far").arg(name)
                         : late
                         ? tr("longer than usual for %1: the median of the last 10 is %2").arg(name, duration(usual))
                         : tr("of about %1 for %2 (median of the last 10)").arg(duration(usual), name));
    const qint64 scale = qMax(usual * 5 / 4, spent);
    m_bar->setVisible(running && (usual > 0 || stage->total > 0));
    if (usual > 0)
        m_bar->set(double(spent) / double(scale), double(usual) / double(scale), late ? u"wait"_s : u"run"_s);
    else if (stage->total > 0)
        m_bar->set(double(stage->done) / stage->total, -1, u"run"_s);
    m_start->setText(clockSeconds(stage->startedAt));
    m_end->setText(running && usual > 0 ? tr("usual end %1").arg(clockSeconds(stage->startedAt.addMSecs(usual)))
                       : stage->endedAt.isValid() ? clockSeconds(stage->endedAt)
                                                  : QString());
}

} // namespace pipeline::ui
