// SPDX-License-Identifier: Apache-2.0
#include "stepmodel.h"

#include "treedelegate.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

namespace {

/// A file or worker of a target: it has the target's state, for a request takes all or nothing.
void addMember(QStandardItem *target, const contract::Artefact &artefact, const QString &note)
{
    auto *item = new QStandardItem(artefact.path.section(u'/', -1));
    item->setEditable(false);
    item->setToolTip(artefact.path);
    item->setData(contract::toString(artefact.type), TreeDelegate::KindRole);
    item->setData(note, TreeDelegate::NoteRole);
    target->appendRow(item);
}

void showStatus(QStandardItem *item, const QString &status)
{
    const auto set = [item](const QString &icon, const QString &tone, const QString &word) {
        item->setData(icon, TreeDelegate::IconRole);
        item->setData(tone, TreeDelegate::IconToneRole);
        item->setData(u"%1, %2"_s.arg(item->text(), word), Qt::AccessibleTextRole);
    };
    if (status == "running"_L1)
        set(u"run"_s, u"run"_s, StepModel::tr("running"));
    else if (status == "success"_L1)
        set(u"ok"_s, u"okay"_s, StepModel::tr("done"));
    else if (status == "failed"_L1)
        set(u"fail"_s, u"fail"_s, StepModel::tr("failed"));
    else if (status == "skipped"_L1)
        set(u"skip"_s, u"idle"_s, StepModel::tr("skipped"));
    else if (status == "unknown"_L1)
        set(u"unplug"_s, u"idle"_s, StepModel::tr("unknown"));
    else
        set(u"queued"_s, u"idle"_s, StepModel::tr("ahead"));
    for (int row = 0; row < item->rowCount(); ++row) {
        if (item->child(row)->data(TreeDelegate::KindRole).isValid())
            showStatus(item->child(row), status);
    }
}

} // namespace

void StepModel::start(const ReleaseData &release, const QStringList &stages, int attempt)
{
    clear();
    m_stages.clear();
    m_attempt = attempt;
    for (const QString &name : stages) {
        Stage &stage = m_stages[name];
        if (name == "deploy"_L1) {
            addTargets(stage, release);
            continue;
        }
        stage.item = addHead(stageName(stageIndex(name)), {});
        if (release.usual.contains(name))
            stage.item->setData(u"≈ "_s + duration(release.usual.value(name)), TreeDelegate::NoteRole);
    }
}

/// In the order of the contract: the products, then the push of the workers, then their restart.
void StepModel::addTargets(Stage &stage, const ReleaseData &release)
{
    for (const contract::Artefact &artefact : release.artefacts) {
        if (artefact.isWorker())
            continue;
        QStandardItem *&target = stage.targets[u"deploy "_s + artefact.product()];
        if (!target)
            target = addHead(artefact.product(), tr("one request, all or nothing"));
        addMember(target, artefact, {});
    }
    for (const contract::Artefact &artefact : release.artefacts) {
        if (!artefact.isWorker())
            continue;
        QStandardItem *&push = stage.targets[u"push the workers"_s];
        if (!push)
            push = addHead(tr("Worker code"), tr("active after the restart"));
        addMember(push, artefact, artefact.sha.left(7));
    }
    if (stage.targets.contains(u"push the workers"_s))
        stage.targets[u"restart the workers"_s] = addHead(tr("Worker restart"), tr("signed webhook, after the push"));
    for (QStandardItem *target : std::as_const(stage.targets))
        showStatus(target, {});
}

QStandardItem *StepModel::addHead(const QString &text, const QString &muted)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(true, TreeDelegate::HeadRole);
    item->setData(muted, TreeDelegate::MutedRole);
    showStatus(item, {});
    appendRow(item);
    return item;
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
        else if (event.kind == "log"_L1)
            addLog(event);
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
        found->step = nullptr;
        if (found->item)
            found->item->removeRows(0, found->item->rowCount());
    } else {
        endStep(*found, event.at, status == "failed"_L1);
        if (found->item && found->startedAt.isValid())
            found->item->setData(duration(found->startedAt.msecsTo(event.at)), TreeDelegate::NoteRole);
    }
    if (found->item)
        showStatus(found->item, status);
}

void StepModel::endStep(Stage &stage, const QDateTime &at, bool failed)
{
    if (!stage.step)
        return;
    showStatus(stage.step, failed ? u"failed"_s : u"success"_s);
    if (!stage.item) {
        stage.step->setData({}, TreeDelegate::BusyRole);
        stage.step->setData(stage.stepWords, TreeDelegate::MutedRole);
    }
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
    if (found->item)
        found->item->setData(total > 0 ? tr("%1 of %2").arg(done).arg(total) : tr("%n done", nullptr, done),
                             TreeDelegate::MutedRole);
    const QString step = event.payload["step"_L1].toString();
    if (found->item && found->step && found->step->text() == step) {
        found->step->setData(tr("%n done", nullptr, done - found->stepDone + 1), TreeDelegate::MutedRole);
        return;
    }
    endStep(*found, event.at, false);
    QStandardItem *item = found->targets.value(step);
    if (!item) {
        if (step.isEmpty() || !found->item)
            return;
        item = new QStandardItem(step);
        item->setEditable(false);
        found->item->appendRow(item);
    }
    showStatus(item, u"running"_s);
    if (!found->item) {
        found->stepWords = item->data(TreeDelegate::MutedRole).toString();
        item->setData(0, TreeDelegate::BusyRole);
    }
    found->step = item;
    found->stepStartedAt = event.at;
    found->stepDone = done;
}

/// What the runner's lines tell of a product: the size of its request, how long it waits, what became of its files.
void StepModel::addLog(const events::Event &event)
{
    static const QRegularExpression request(u"^POST deployment/create .*, (\\d+) kB, limit (\\d+) s$"_s);
    static const QRegularExpression waiting(u"^no answer after (\\d+) s; limit is (\\d+) s$"_s);
    static const QRegularExpression file(u"^(.+): (new version (.+)|unchanged, not sent)$"_s);
    const auto found = m_stages.constFind(u"deploy"_s);
    QStandardItem *target = found == m_stages.cend()
        ? nullptr
        : found->targets.value(u"deploy "_s + event.payload["source"_L1].toString());
    if (!target)
        return;
    const QString text = event.payload["text"_L1].toString();
    const bool all = text.startsWith("The engine has all "_L1);
    if (const auto match = file.match(text); all || match.hasMatch()) {
        const QString words = match.captured(3).isEmpty() ? tr("unchanged, not sent")
                                                          : tr("new version %1").arg(match.captured(3));
        for (int row = 0; row < target->rowCount(); ++row) {
            if (all || target->child(row)->text() == match.captured(1))
                target->child(row)->setData(words, TreeDelegate::NoteRole);
        }
        return;
    }
    if (target != found->step)
        return;
    if (const auto match = request.match(text); match.hasMatch())
        target->setData(tr("%1 kB in one request · limit %2 s").arg(match.captured(1), match.captured(2)),
                        TreeDelegate::MutedRole);
    else if (const auto silence = waiting.match(text); silence.hasMatch())
        target->setData(tr("%1 · no answer after %2 s, limit %3 s")
                            .arg(target->data(TreeDelegate::MutedRole).toString().section(u" · "_s, 0, 0),
                                 silence.captured(1), silence.captured(2)),
                        TreeDelegate::MutedRole);
}

void StepModel::tick()
{
    QStandardItem *step = m_stages.value(u"deploy"_s).step;
    if (step)
        step->setData(step->data(TreeDelegate::BusyRole).toInt() + 1, TreeDelegate::BusyRole);
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
    showStatus(item, event.payload["status"_L1].toString());
    found->item->appendRow(item);
    found->item->setData(tr("%n checks", nullptr, found->item->rowCount()), TreeDelegate::MutedRole);
}

} // namespace pipeline::ui
