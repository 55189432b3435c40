// SPDX-License-Identifier: Apache-2.0
#include "rowlooks.h"

#include "models/contract/backlogitem.h"
#include "times.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using pipeline::backlog::QueueRow;
using pipeline::backlog::QueueStage;
using pipeline::backlog::QueueState;

namespace pipeline::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Looks)
};

Segment segmentOf(const QueueStage &stage)
{
    if (stage.status == "success"_L1)
        return Segment::Done;
    if (stage.status == "failed"_L1)
        return Segment::Failed;
    return stage.status == "running"_L1 ? Segment::Current : Segment::Left;
}

void markUpTo(StageLook &look, int count, Segment segment)
{
    for (int i = 0; i < count; ++i)
        look.segments[size_t(i)] = segment;
}

QString problemWords(const QueueStage &stage)
{
    const int count = stage.problems;
    if (count == 0)
        return Words::tr("failed");
    if (stage.name == "validate"_L1)
        return Words::tr("%n errors", nullptr, count);
    if (stage.name == "test"_L1 || stage.name == "verify"_L1)
        return Words::tr("%n failed", nullptr, count);
    return Words::tr("%n rejected", nullptr, count);
}

void describeRun(StageLook &look, const QueueRow &row)
{
    // The second half begins behind an approval or a policy that needs none.
    if (row.mode == "implantar"_L1)
        markUpTo(look, 3, Segment::Done);
    for (const QueueStage &stage : row.stages) {
        const int index = stageIndex(stage.name);
        if (index < 0)
            continue;
        look.segments[size_t(index)] = segmentOf(stage);
        if (stage.status == "running"_L1) {
            look.strong = stageName(index);
            look.text = stage.total > 0 ? Words::tr("%1 of %2").arg(stage.done).arg(stage.total) : QString();
        } else if (stage.status == "failed"_L1) {
            look.strong = stageName(index);
            look.text = problemWords(stage);
        }
    }
}

} // namespace

int stageIndex(const QString &name)
{
    static const QStringList names{u"validate"_s, u"test"_s, u"approval"_s, u"deploy"_s, u"verify"_s};
    return int(names.indexOf(name));
}

QString stageName(int index)
{
    switch (index) {
    case 0:
        return Words::tr("VALIDATE");
    case 1:
        return Words::tr("TEST");
    case 2:
        return Words::tr("APPROVAL");
    case 3:
        return Words::tr("DEPLOY");
    default:
        return Words::tr("VERIFY");
    }
}

StateLook lookOf(QueueState state, bool cancelled)
{
    switch (state) {
    case QueueState::Running:
        return {u"run"_s, u"run"_s, Words::tr("Running")};
    case QueueState::WaitingApproval:
        return {u"wait"_s, u"wait"_s, Words::tr("Waiting approval")};
    case QueueState::Failed:
        return {u"fail"_s, u"fail"_s, Words::tr("Failed")};
    case QueueState::Queued:
        return {u"queued"_s, u"idle"_s, Words::tr("Queued")};
    case QueueState::Done:
        break;
    }
    return cancelled ? StateLook{u"cancel"_s, u"idle"_s, Words::tr("Cancelled")}
                     : StateLook{u"ok"_s, u"okay"_s, Words::tr("Succeeded")};
}

StateLook stateLook(const QueueRow &row)
{
    if (row.cancelRequested)
        return {u"stop"_s, u"run"_s, Words::tr("Cancelling")};
    if (row.approved && !*row.approved)
        return {u"cancel"_s, u"fail"_s, Words::tr("Rejected")};
    return lookOf(row.state, row.cancelled);
}

QDateTime standsSince(const backlog::QueueRow &row)
{
    switch (row.state) {
    case QueueState::Running:
        return row.startedAt;
    case QueueState::Done:
    case QueueState::Failed:
        return row.updatedAt;
    case QueueState::WaitingApproval:
    case QueueState::Queued:
        break;
    }
    return row.createdAt;
}

StageLook stageLook(const QueueRow &row, const QString &me)
{
    StageLook look;
    if (row.type == contract::type::ApproveRelease) {
        markUpTo(look, 2, Segment::Done);
        if (row.approved) {
            look.segments[2] = *row.approved ? Segment::Done : Segment::Failed;
            look.text = Words::tr("By %1").arg(row.decidedBy);
        } else if (row.state == QueueState::WaitingApproval) {
            look.segments[2] = Segment::Waiting;
            look.strong = stageName(2);
            look.text = row.createdBy == me ? Words::tr("somebody else's") : Words::tr("yours");
        }
        return look;
    }
    if (row.type == contract::type::ValidateDeployment) {
        markUpTo(look, 5, Segment::Done);
        look.text = Words::tr("Handed back");
        return look;
    }
    describeRun(look, row);
    if (!look.strong.isEmpty())
        return look;
    if (row.cancelled) {
        for (Segment &segment : look.segments) {
            if (segment == Segment::Empty)
                segment = Segment::Left;
        }
        look.text = row.decidedBy.isEmpty() ? Words::tr("Cancelled") : Words::tr("By %1").arg(row.decidedBy);
    } else if (row.state == QueueState::Queued) {
        look.text = row.attempt > 0 && row.availableAt > QDateTime::currentDateTime()
            ? Words::tr("Retry at %1").arg(clockTime(row.availableAt))
            : Words::tr("In line");
    } else if (row.state == QueueState::Failed) {
        look.text = row.reason.isEmpty() ? Words::tr("Failed") : row.reason;
    } else if (row.finishedInMs) {
        look.text = Words::tr("Finished in %1").arg(duration(*row.finishedInMs));
    }
    return look;
}

QList<StageLook> longStageLooks()
{
    QList<StageLook> looks{{.text = Words::tr("Retry at %1").arg(u"23:59"_s)},
                           {.text = Words::tr("Finished in %1").arg(duration(3599000))},
                           {.text = Words::tr("Handed back")},
                           {.text = Words::tr("In line")},
                           {.strong = stageName(2), .text = Words::tr("yours")}};
    for (const QString &stage : {u"validate"_s, u"test"_s, u"deploy"_s, u"verify"_s}) {
        const QString name = stageName(stageIndex(stage));
        looks.append({.strong = name, .text = Words::tr("%1 of %2").arg(99).arg(99)});
        looks.append({.strong = name, .text = problemWords({.name = stage, .problems = 9})});
        looks.append({.strong = name, .text = problemWords({.name = stage})});
    }
    return looks;
}

QString artefactWords(const backlog::ArtefactCounts &counts)
{
    QStringList parts;
    const auto add = [&](int number, const QString &kind) {
        if (number)
            parts << u"%1 %2"_s.arg(number).arg(kind);
    };
    add(counts.bpmn, u"BPMN"_s);
    add(counts.dmn, u"DMN"_s);
    add(counts.form, Words::tr("forms"));
    add(counts.worker, Words::tr("workers"));
    return Words::tr("%n artefacts", nullptr, counts.total())
        + (parts.isEmpty() ? QString() : u": "_s + parts.join(u", "_s));
}

QString leaseWords(const QueueRow &row, const QDateTime &now)
{
    if (row.runner.isEmpty())
        return u"—"_s;
    if (row.state != QueueState::Running)
        return row.runner;
    const qint64 left = now.secsTo(row.leaseExpiresAt);
    return left >= 0 ? Words::tr("%1 · %2 s").arg(row.runner).arg(left)
                     : Words::tr("lease lost %1 ago").arg(age(row.leaseExpiresAt, now));
}

} // namespace pipeline::ui
