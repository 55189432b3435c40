// SPDX-License-Identifier: Apache-2.0
#include "stageinfo.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;
using pipeline::backlog::HistoryItem;
using pipeline::contract::ItemState;

namespace pipeline::ui {

namespace {

struct StageWords {
    Q_DECLARE_TR_FUNCTIONS(StageInfo)
};

void setState(StageInfo &info, const QString &icon, const QString &tone, const QString &word)
{
    info.icon = icon;
    info.tone = tone;
    info.word = word;
}

/// The figures of a stage that has ended, or how far it is.
QString figuresOf(const ReleaseData &data, const QString &stage, const std::optional<events::StageState> &state)
{
    const bool running = state && state->status == "running"_L1;
    if (stage == "validate"_L1 && !running) {
        QStringList parts{StageWords::tr("%n files", nullptr, int(data.artefacts.size())),
                          StageWords::tr("%n errors", nullptr, data.count(Severity::Error))};
        if (const int warnings = data.count(Severity::Warning))
            parts << StageWords::tr("%n warnings", nullptr, warnings);
        return parts.join(u" · "_s);
    }
    if (stage == "test"_L1 && !running) {
        const QJsonObject result = ReleaseData::result(data.validation, stage);
        if (result["status"_L1].toString() == "skipped"_L1)
            return StageWords::tr("No tests in this release");
        QStringList parts{StageWords::tr("%1 passed").arg(result["passou"_L1].toInt()),
                          StageWords::tr("%1 failed").arg(result["falhou"_L1].toInt())};
        if (data.totalCoverage)
            parts << StageWords::tr("%1 %").arg(QLocale().toString(*data.totalCoverage, 'f', 1));
        return parts.join(u" · "_s);
    }
    if (stage == "verify"_L1 && !running) {
        const QJsonArray checks = ReleaseData::result(data.deployment, stage)["checks"_L1].toArray();
        const auto failed = std::ranges::count_if(
            checks, [](const QJsonValue &check) { return check.toObject()["status"_L1].toString() == "failed"_L1; });
        return failed ? StageWords::tr("%1 of %2 checks failed").arg(failed).arg(checks.size())
                      : StageWords::tr("%n checks", nullptr, int(checks.size()));
    }
    if (!state)
        return {};
    if (running && state->total == 0)
        return state->done ? StageWords::tr("%n done", nullptr, state->done) : StageWords::tr("Running");
    return StageWords::tr("%1 of %2 steps").arg(state->done).arg(state->total);
}

QString deployFigures(const ReleaseData &data)
{
    QStringList parts = data.products();
    const auto workers = std::ranges::count_if(data.artefacts, &contract::Artefact::isWorker);
    if (workers)
        parts << StageWords::tr("%n workers", nullptr, int(workers));
    return parts.join(u", "_s);
}

/// A stage that a runner runs.
StageInfo runStage(const ReleaseData &data, const std::optional<HistoryItem> &item, int index, const QString &stage,
                   const QDateTime &now)
{
    StageInfo info;
    info.name = stageName(index);
    info.time = u"—"_s;
    const auto state = ReleaseData::stage(item, stage);
    const bool itemRuns = item && item->item.state == ItemState::Running;
    if (!state || (itemRuns && state->status == "skipped"_L1 && !item->item.result)) {
        const bool over = item ? item->item.isFinished() : data.furthest() && data.furthest()->item.isFinished();
        const bool stopped = over && data.furthest()->item.state != ItemState::Done;
        const bool rejected = data.approval && data.approval->decision && !data.approval->decision->approved;
        info.ahead = true;
        if (stopped || rejected || (item && over)) {
            setState(info, u"skip"_s, u"idle"_s, StageWords::tr("not started"));
            info.figures = StageWords::tr("Not started");
            return info;
        }
        setState(info, u"queued"_s, u"idle"_s, StageWords::tr("ahead"));
        if (data.usual.contains(stage))
            info.time = u"≈ "_s + duration(data.usual.value(stage));
        info.figures = stage == "deploy"_L1 ? deployFigures(data)
            : item && item->item.state == ItemState::Pending
            ? StageWords::tr("In line")
            : StageWords::tr("Follows %1").arg(index > 0 ? stageName(index - 1) : QString());
        return info;
    }
    info.time = duration(state->startedAt.msecsTo(state->endedAt.isValid() ? state->endedAt : now));
    info.figures = figuresOf(data, stage, state);
    if (state->status == "running"_L1) {
        setState(info, u"run"_s, u"run"_s, StageWords::tr("running"));
        info.current = true;
        if (!itemRuns) {
            setState(info, u"unplug"_s, u"idle"_s, StageWords::tr("unknown"));
            info.figures = StageWords::tr("Unknown: the run lost its runner");
        }
    } else if (state->status == "failed"_L1) {
        setState(info, u"fail"_s, u"fail"_s, StageWords::tr("failed"));
        info.current = true;
        if (stage == "deploy"_L1)
            info.figures = StageWords::tr("Stopped after %1 of %2 steps").arg(state->done).arg(state->total);
    } else if (state->status == "skipped"_L1) {
        const bool noTests = stage == "test"_L1
            && ReleaseData::result(data.validation, u"validate"_s)["status"_L1].toString() == "success"_L1;
        setState(info, u"skip"_s, u"idle"_s, StageWords::tr("skipped"));
        info.time = u"—"_s;
        info.ahead = true;
        info.figures = noTests ? StageWords::tr("No tests in this release") : StageWords::tr("Not started");
    } else {
        setState(info, u"ok"_s, u"okay"_s, StageWords::tr("succeeded"));
    }
    return info;
}

StageInfo approvalStage(const ReleaseData &data, const QString &me, const QDateTime &now)
{
    StageInfo info;
    info.name = stageName(2);
    info.time = u"—"_s;
    if (!data.approval) {
        info.ahead = true;
        const bool stopped = data.validation && data.validation->item.isFinished()
            && data.validation->item.state != ItemState::Done;
        if (data.deployment || stopped) {
            setState(info, u"skip"_s, u"idle"_s, StageWords::tr("skipped"));
            info.figures = stopped ? StageWords::tr("Not started") : StageWords::tr("Not asked for");
        } else {
            setState(info, u"queued"_s, u"idle"_s, StageWords::tr("ahead"));
            info.figures = StageWords::tr("Follows %1").arg(stageName(1));
        }
        return info;
    }
    const contract::BacklogItem &item = data.approval->item;
    if (!item.isFinished()) {
        const bool own = data.validation && data.validation->item.createdBy == me;
        setState(info, u"wait"_s, u"wait"_s, StageWords::tr("waiting"));
        info.time = age(item.createdAt, now);
        info.figures = own ? StageWords::tr("Waiting for a second person") : StageWords::tr("Waiting for you");
        info.current = true;
        return info;
    }
    info.time = duration(item.createdAt.msecsTo(item.updatedAt));
    if (!data.approval->decision) {
        setState(info, u"cancel"_s, u"idle"_s, StageWords::tr("cancelled"));
        info.figures = StageWords::tr("Cancelled by %1").arg(item.cancelRequestedBy);
        return info;
    }
    const contract::Decision &decision = *data.approval->decision;
    info.figures = u"%1, %2"_s.arg(decision.by, clockTime(decision.at, now));
    if (decision.approved) {
        setState(info, u"ok"_s, u"okay"_s, StageWords::tr("approved"));
    } else {
        setState(info, u"cancel"_s, u"fail"_s, StageWords::tr("rejected"));
        info.figures = StageWords::tr("Rejected by %1").arg(info.figures);
        info.current = true;
    }
    return info;
}

} // namespace

StageInfos stagesOf(const ReleaseData &data, const QString &me, const QDateTime &now)
{
    return {runStage(data, data.validation, 0, u"validate"_s, now), runStage(data, data.validation, 1, u"test"_s, now),
            approvalStage(data, me, now), runStage(data, data.deployment, 3, u"deploy"_s, now),
            runStage(data, data.deployment, 4, u"verify"_s, now)};
}

ReleaseBadge badgeOf(const ReleaseData &data)
{
    const HistoryItem *furthest = data.furthest();
    if (!furthest)
        return {u"queued"_s, u"idle"_s, StageWords::tr("Queued")};
    const contract::BacklogItem &item = furthest->item;
    if (item.type == contract::type::ApproveRelease && !item.isFinished())
        return {u"wait"_s, u"wait"_s, StageWords::tr("Waiting approval")};
    if (furthest->decision && !furthest->decision->approved)
        return {u"cancel"_s, u"fail"_s, StageWords::tr("Rejected")};
    switch (item.state) {
    case ItemState::Pending:
        return {u"queued"_s, u"idle"_s, StageWords::tr("Queued")};
    case ItemState::Running:
        if (!item.cancelRequestedBy.isEmpty())
            return {u"stop"_s, u"run"_s, StageWords::tr("Cancelling")};
        return {u"run"_s, u"run"_s,
                item.mode == "implantar"_L1 ? StageWords::tr("Deploying") : StageWords::tr("Validating")};
    case ItemState::Failed:
        for (const events::StageState &stage : furthest->stages) {
            if (stage.attempt == item.attempt && stage.status == "failed"_L1)
                return {u"fail"_s, u"fail"_s, StageWords::tr("Failed in %1").arg(stageName(stageIndex(stage.stage)))};
        }
        return {u"fail"_s, u"fail"_s, StageWords::tr("Failed")};
    case ItemState::Cancelled:
        return {u"cancel"_s, u"idle"_s, StageWords::tr("Cancelled")};
    case ItemState::Done:
        break;
    }
    if (item.mode == "implantar"_L1)
        return {u"ok"_s, u"okay"_s, StageWords::tr("Succeeded")};
    return {u"ok"_s, u"okay"_s, data.approval ? StageWords::tr("Approved") : StageWords::tr("Validated")};
}

} // namespace pipeline::ui
