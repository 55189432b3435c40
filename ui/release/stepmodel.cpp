// SPDX-License-Identifier: Apache-2.0
#include "stepmodel.h"

#include "treedelegate.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

void StepModel::show(QStandardItem *item, const QString &status)
{
    const auto set = [item](const QString &icon, const QString &tone, const QString &word) {
        item->setData(icon, TreeDelegate::IconRole);
        item->setData(tone, TreeDelegate::IconToneRole);
        item->setData(u"%1, %2"_s.arg(item->text(), word), Qt::AccessibleTextRole);
    };
    if (status == "running"_L1)
        set(u"run"_s, u"run"_s, tr("running"));
    else if (status == "success"_L1)
        set(u"ok"_s, u"okay"_s, tr("done"));
    else if (status == "failed"_L1)
        set(u"fail"_s, u"fail"_s, tr("failed"));
    else if (status == "skipped"_L1)
        set(u"skip"_s, u"idle"_s, tr("skipped"));
    else if (status == "unknown"_L1)
        set(u"unplug"_s, u"idle"_s, tr("unknown"));
    else
        set(u"queued"_s, u"idle"_s, tr("ahead"));
}

QString StepModel::stepName(const QString &step)
{
    return step.startsWith("deploy "_L1) ? step.mid(7) : step;
}

void StepModel::start(const QStringList &stages, int attempt)
{
    clear();
    m_stages.clear();
    m_attempt = attempt;
    for (const QString &name : stages) {
        auto *item = new QStandardItem(stageName(stageIndex(name)));
        item->setEditable(false);
        item->setData(true, TreeDelegate::HeadRole);
        show(item, {});
        appendRow(item);
        m_stages[name].item = item;
    }
}

void StepModel::add(const QList<events::Event> &events)
{
    for (const events::Event &event : events) {
        if (event.attempt != m_attempt)
            continue;
        if (event.kind == "stage"_L1)
            addStage(event);
        else if (event.kind == "progress"_L1)
            addProgress(event);
        else if (event.kind == "check"_L1)
            addCheck(event);
    }
}

void StepModel::addStage(const events::Event &event)
{
    const auto found = m_stages.find(event.payload["stage"_L1].toString());
    if (found == m_stages.end())
        return;
    const QString status = event.payload["status"_L1].toString();
    if (status == "running"_L1) {
        found->startedAt = event.at;
        found->item->removeRows(0, found->item->rowCount());
        found->step = nullptr;
    } else {
        endStep(*found, event.at, status == "failed"_L1);
        if (found->startedAt.isValid())
            found->item->setData(duration(found->startedAt.msecsTo(event.at)), TreeDelegate::NoteRole);
    }
    show(found->item, status);
}

void StepModel::endStep(Stage &stage, const QDateTime &at, bool failed)
{
    if (!stage.step)
        return;
    show(stage.step, failed ? u"failed"_s : u"success"_s);
    const qint64 spent = stage.stepStartedAt.msecsTo(at);
    stage.step->setData(spent < 60'000 ? tr("%1 s").arg(QLocale().toString(double(spent) / 1000, 'f', 1))
                                       : duration(spent),
                        TreeDelegate::NoteRole);
    stage.step = nullptr;
}

void StepModel::addProgress(const events::Event &event)
{
    const auto found = m_stages.find(event.payload["stage"_L1].toString());
    if (found == m_stages.end())
        return;
    const int done = event.payload["done"_L1].toInt();
    const int total = event.payload["total"_L1].toInt();
    found->item->setData(total > 0 ? tr("%1 of %2").arg(done).arg(total) : tr("%n done", nullptr, done),
                         TreeDelegate::MutedRole);
    const QString step = stepName(event.payload["step"_L1].toString());
    if (found->step && found->step->text() == step) {
        found->step->setData(tr("%n done", nullptr, done - found->stepDone + 1), TreeDelegate::MutedRole);
        return;
    }
    endStep(*found, event.at, false);
    if (step.isEmpty())
        return;
    auto *item = new QStandardItem(step);
    item->setEditable(false);
    show(item, u"running"_s);
    found->item->appendRow(item);
    found->step = item;
    found->stepStartedAt = event.at;
    found->stepDone = done;
}

void StepModel::addCheck(const events::Event &event)
{
    const auto found = m_stages.find(u"verify"_s);
    if (found == m_stages.end())
        return;
    auto *item = new QStandardItem(event.payload["nome"_L1].toString());
    item->setEditable(false);
    item->setData(event.payload["detalhe"_L1].toString(), TreeDelegate::MutedRole);
    item->setToolTip(event.payload["detalhe"_L1].toString());
    item->setData(tr("%1 s").arg(QLocale().toString(event.payload["duracao_ms"_L1].toDouble() / 1000, 'f', 1)),
                  TreeDelegate::NoteRole);
    show(item, event.payload["status"_L1].toString());
    found->item->appendRow(item);
    found->item->setData(tr("%n checks", nullptr, found->item->rowCount()), TreeDelegate::MutedRole);
}

} // namespace pipeline::ui
