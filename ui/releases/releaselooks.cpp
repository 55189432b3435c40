// SPDX-License-Identifier: Apache-2.0
#include "releaselooks.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using pipeline::backlog::EnvironmentState;
using pipeline::backlog::QueueStage;
using pipeline::backlog::ReleaseGroup;
using pipeline::backlog::ReleaseGrouping;
using pipeline::backlog::ReleaseRow;
using pipeline::backlog::ReleaseState;

namespace pipeline::ui {

namespace {

struct ReleaseWords {
    Q_DECLARE_TR_FUNCTIONS(Releases)
};

const QueueStage *lastStage(const ReleaseRow &row, const QString &status)
{
    const QueueStage *found = nullptr;
    for (const QueueStage &stage : row.current.stages) {
        if (stage.status == status && stageIndex(stage.name) >= 0)
            found = &stage;
    }
    return found;
}

} // namespace

StateLook lookOf(ReleaseState state)
{
    switch (state) {
    case ReleaseState::Validating:
        return {u"run"_s, u"run"_s, ReleaseWords::tr("Running")};
    case ReleaseState::Deploying:
        return {u"run"_s, u"run"_s, ReleaseWords::tr("Deploying")};
    case ReleaseState::WaitingApproval:
        return {u"wait"_s, u"wait"_s, ReleaseWords::tr("Waiting approval")};
    case ReleaseState::Failed:
        return {u"fail"_s, u"fail"_s, ReleaseWords::tr("Failed")};
    case ReleaseState::Queued:
        return {u"queued"_s, u"idle"_s, ReleaseWords::tr("Queued")};
    case ReleaseState::Validated:
        return {u"ok"_s, u"okay"_s, ReleaseWords::tr("Validated")};
    case ReleaseState::Succeeded:
        return {u"ok"_s, u"okay"_s, ReleaseWords::tr("Succeeded")};
    case ReleaseState::Replaced:
        return {u"ok"_s, u"idle"_s, ReleaseWords::tr("Replaced")};
    case ReleaseState::Rejected:
        return {u"cancel"_s, u"fail"_s, ReleaseWords::tr("Rejected")};
    case ReleaseState::Cancelled:
        break;
    }
    return {u"cancel"_s, u"idle"_s, ReleaseWords::tr("Cancelled")};
}

StateLook lookOf(EnvironmentState state)
{
    switch (state) {
    case EnvironmentState::None:
        return {{}, u"textTertiary"_s, u"—"_s};
    case EnvironmentState::RunsNow:
        return {u"ok"_s, u"okay"_s, ReleaseWords::tr("Runs now")};
    case EnvironmentState::Deploying:
        return {u"run"_s, u"run"_s, ReleaseWords::tr("Deploying")};
    case EnvironmentState::Failed:
        return {u"fail"_s, u"fail"_s, ReleaseWords::tr("Failed")};
    case EnvironmentState::Replaced:
        return {u"ok"_s, u"idle"_s, ReleaseWords::tr("Replaced")};
    case EnvironmentState::Unknown:
        break;
    }
    return {u"unplug"_s, u"idle"_s, ReleaseWords::tr("Unknown")};
}

StageLook stageLook(const ReleaseRow &row, const QString &me)
{
    StageLook look = stageLook(row.current, me);
    const bool deployed = row.state == ReleaseState::Succeeded || row.state == ReleaseState::Replaced;
    if (const QueueStage *stage = deployed ? lastStage(row, u"success"_s) : nullptr; stage && stage->total > 0) {
        // How much was looked at says more here than how long it took.
        look.strong.clear();
        look.text =
            ReleaseWords::tr("%1 %2 of %3").arg(stageName(stageIndex(stage->name))).arg(stage->done).arg(stage->total);
    }
    return look;
}

QString stateWords(const ReleaseRow &row)
{
    const QString state = lookOf(row.state).word;
    const QueueStage *stage = row.state == ReleaseState::Failed ? lastStage(row, u"failed"_s)
        : row.state == ReleaseState::Validating                 ? lastStage(row, u"running"_s)
                                                                : nullptr;
    return stage ? ReleaseWords::tr("%1 in %2").arg(state, stageName(stageIndex(stage->name))) : state;
}

QString groupName(const ReleaseGroup &group, ReleaseGrouping grouping)
{
    if (grouping == ReleaseGrouping::State)
        return lookOf(group.state).word;
    return group.sprint.isEmpty() ? ReleaseWords::tr("No sprint") : group.sprint;
}

QString groupFigures(const ReleaseGroup &group, ReleaseGrouping grouping)
{
    const QString total = ReleaseWords::tr("%n releases", nullptr, int(group.total()));
    if (grouping == ReleaseGrouping::State)
        return total;
    QStringList parts;
    const auto add = [&](qint64 number, const QString &text) {
        if (number > 0)
            parts << text.arg(QLocale().toString(number));
    };
    add(group.of(ReleaseState::Validating) + group.of(ReleaseState::Deploying), ReleaseWords::tr("%1 running"));
    add(group.of(ReleaseState::WaitingApproval), ReleaseWords::tr("%1 waiting"));
    add(group.of(ReleaseState::Failed), ReleaseWords::tr("%1 failed"));
    add(group.of(ReleaseState::Queued), ReleaseWords::tr("%1 queued"));
    if (parts.isEmpty() && group.of(ReleaseState::Replaced) == group.total())
        parts << ReleaseWords::tr("all replaced");
    else if (parts.isEmpty())
        parts << ReleaseWords::tr("none open");
    return total + u" · "_s + parts.join(u", "_s);
}

const QList<ReleaseState> &openStates()
{
    static const QList<ReleaseState> states{ReleaseState::Validating, ReleaseState::Deploying,
                                            ReleaseState::WaitingApproval, ReleaseState::Failed, ReleaseState::Queued};
    return states;
}

} // namespace pipeline::ui
