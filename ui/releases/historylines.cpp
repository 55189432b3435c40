// SPDX-License-Identifier: Apache-2.0
#include "historylines.h"

#include "ui/cells/rowlooks.h"
#include "ui/cells/times.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::backlog::HistoryItem;
using pipeline::backlog::ReleaseDetails;
using pipeline::events::Attempt;
using pipeline::events::StageState;

namespace pipeline::ui {

namespace {

struct HistoryWords {
    Q_DECLARE_TR_FUNCTIONS(History)
};

QString validationWords(const QJsonObject &stages)
{
    const QJsonArray errors = stages["validate"_L1]["erros"_L1].toArray();
    const QString found = HistoryWords::tr("%n errors", nullptr, int(errors.size()));
    if (!errors.isEmpty()) {
        const QString file = errors.first()["arquivo"_L1].toString();
        const bool oneFile = std::ranges::all_of(
            errors, [&](const QJsonValue &each) { return each["arquivo"_L1].toString() == file; });
        return oneFile ? HistoryWords::tr("%1 in %2").arg(found, file) : found;
    }
    const QJsonObject test = stages["test"_L1].toObject();
    if (const int failed = test["falhou"_L1].toInt())
        return u"%1 · %2"_s.arg(found, HistoryWords::tr("%n tests failed", nullptr, failed));
    if (test["status"_L1].toString() == "skipped"_L1)
        return u"%1 · %2"_s.arg(found, HistoryWords::tr("no tests"));
    QStringList parts{found, HistoryWords::tr("%1 passed").arg(test["passou"_L1].toInt())};
    if (test["cobertura"_L1].isDouble())
        parts << HistoryWords::tr("%1 %").arg(QLocale().toString(test["cobertura"_L1].toDouble(), 'f', 1));
    return parts.join(u" · "_s);
}

QString deploymentWords(const QJsonObject &stages)
{
    const QJsonArray checks = stages["verify"_L1]["checks"_L1].toArray();
    int passed = 0;
    for (const QJsonValue &check : checks) {
        const QString status = check["status"_L1].toString();
        if (status == "failed"_L1)
            return u"%1: %2 %3"_s.arg(stageName(4), check["nome"_L1].toString(), check["detalhe"_L1].toString());
        if (status == "success"_L1)
            ++passed;
    }
    return HistoryWords::tr("%1 of %2 checks passed").arg(passed).arg(checks.size());
}

/// What the item's own result says of its last attempt.
QString resultWords(const contract::BacklogItem &item)
{
    const QJsonObject stages = (*item.result)["etapas"_L1].toObject();
    const QString reason = (*item.result)["motivo"_L1].toString();
    if (item.state == contract::ItemState::Done || reason.isEmpty())
        return item.mode == "implantar"_L1 ? deploymentWords(stages) : validationWords(stages);
    return reason;
}

QString attemptWords(const HistoryItem &each, const Attempt &attempt)
{
    if (!attempt.endedAt.isValid()) {
        const auto stage = std::find_if(each.stages.rbegin(), each.stages.rend(), [&](const StageState &state) {
            return state.attempt == attempt.number && state.status == "running"_L1;
        });
        if (stage == each.stages.rend())
            return HistoryWords::tr("Running");
        return HistoryWords::tr("%1 %2 of %3")
            .arg(stageName(stageIndex(stage->stage)))
            .arg(stage->done)
            .arg(stage->total);
    }
    const bool last = each.attempts.first().number == attempt.number;
    if (last && each.item.result && attempt.outcome != "lost"_L1)
        return resultWords(each.item);
    if (!attempt.reason.isEmpty())
        return attempt.reason;
    return attempt.outcome == "lost"_L1 ? HistoryWords::tr("The runner was lost") : attempt.outcome;
}

QString bytesWords(const HistoryItem &each, const ReleaseDetails &details)
{
    if (each.manifest.isEmpty() || details.manifests.isEmpty())
        return {};
    if (each.manifest != details.manifests.first())
        return HistoryWords::tr("other bytes: %1").arg(shortDigest(each.manifest));
    const bool approved = std::ranges::any_of(details.items, [&](const HistoryItem &other) {
        return other.decision && other.decision->approved && other.decision->manifest == each.manifest;
    });
    return approved && each.item.mode == "validar"_L1 ? HistoryWords::tr("the bytes that were approved") : QString();
}

HistoryLine attemptLine(const HistoryItem &each, const Attempt &attempt, const ReleaseDetails &details)
{
    QStringList under{attempt.runner, attempt.startedAt.toLocalTime().toString(u"HH:mm:ss"_s)};
    if (attempt.endedAt.isValid())
        under << HistoryWords::tr("took %1").arg(duration(attempt.startedAt.msecsTo(attempt.endedAt)));
    if (const QString bytes = bytesWords(each, details); !bytes.isEmpty())
        under << bytes;
    return {.icon = {},
            .tone = {},
            .lead = HistoryWords::tr("Try %1").arg(attempt.number),
            .text = attemptWords(each, attempt),
            .under = under.join(u" · "_s),
            .at = attempt.endedAt.isValid() ? attempt.endedAt : attempt.startedAt,
            .item = each.item.id};
}

HistoryLine decisionLine(const HistoryItem &each)
{
    HistoryLine line{.icon = {}, .tone = {}, .lead = {}, .text = {}, .under = {}, .at = {}, .item = each.item.id};
    if (each.decision) {
        line.text = (each.decision->approved ? HistoryWords::tr("Approved by %1 for %2")
                                             : HistoryWords::tr("Rejected by %1 for %2"))
                        .arg(each.decision->by, each.decision->environment);
        line.at = each.decision->at;
        if (!each.decision->reason.isEmpty())
            line.under = u"“%1”"_s.arg(each.decision->reason);
        return line;
    }
    line.at = each.item.updatedAt;
    line.text = each.item.state == contract::ItemState::Cancelled
        ? HistoryWords::tr("Cancelled")
        : HistoryWords::tr("Waits for an approval for %1").arg(each.item.environment());
    return line;
}

StateLook itemLook(const HistoryItem &each)
{
    if (each.decision && !each.decision->approved)
        return {u"cancel"_s, u"fail"_s, {}};
    switch (each.item.state) {
    case contract::ItemState::Running:
        return lookOf(backlog::QueueState::Running);
    case contract::ItemState::Failed:
        return lookOf(backlog::QueueState::Failed);
    case contract::ItemState::Cancelled:
        return lookOf(backlog::QueueState::Done, true);
    case contract::ItemState::Done:
        return lookOf(backlog::QueueState::Done);
    case contract::ItemState::Pending:
        break;
    }
    return lookOf(each.item.type == contract::type::ApproveRelease ? backlog::QueueState::WaitingApproval
                                                                   : backlog::QueueState::Queued);
}

HistoryLine itemLine(const HistoryItem &each, const ReleaseDetails &details)
{
    const StateLook look = itemLook(each);
    HistoryLine line{.icon = look.icon,
                     .tone = look.tone,
                     .lead = {},
                     .text = itemTitle(each.item),
                     .under = {},
                     .at = each.item.updatedAt,
                     .item = each.item.id,
                     .isItem = true};
    if (each.item.type == contract::type::ApproveRelease)
        line.below << decisionLine(each);
    for (const Attempt &attempt : each.attempts)
        line.below << attemptLine(each, attempt, details);
    return line;
}

} // namespace

QString itemTitle(const contract::BacklogItem &item)
{
    const QString what = item.mode.isEmpty() ? item.type : item.mode;
    return item.mode == "implantar"_L1 && !item.environment().isEmpty() ? u"%1 → %2"_s.arg(what, item.environment())
                                                                        : what;
}

QList<HistoryLine> historyByItem(const ReleaseDetails &details)
{
    QList<HistoryLine> lines;
    for (const HistoryItem &each : details.items)
        lines << itemLine(each, details);
    if (!details.items.isEmpty()) {
        const contract::BacklogItem &first = details.items.last().item;
        lines << HistoryLine{.icon = u"plus"_s,
                             .tone = u"idle"_s,
                             .lead = {},
                             .text = first.createdBy.isEmpty()
                                 ? HistoryWords::tr("Inserted")
                                 : HistoryWords::tr("Inserted by %1").arg(first.createdBy),
                             .under = {},
                             .at = first.createdAt,
                             .item = first.id};
    }
    return lines;
}

QList<HistoryLine> historyByTime(const ReleaseDetails &details)
{
    QList<HistoryLine> lines;
    for (const HistoryLine &item : historyByItem(details)) {
        if (item.below.isEmpty())
            lines << item;
        for (HistoryLine line : item.below) {
            line.icon = item.icon;
            line.tone = item.tone;
            line.under = line.lead.isEmpty() ? line.under : u"%1 · %2"_s.arg(line.lead, line.under);
            line.lead.clear();
            line.text = u"%1: %2"_s.arg(item.text, line.text);
            lines << line;
        }
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &HistoryLine::at);
    return lines;
}

QString historyFigures(const ReleaseDetails &details)
{
    if (details.items.isEmpty())
        return {};
    qsizetype attempts = 0;
    for (const HistoryItem &each : details.items)
        attempts += each.attempts.size();
    const QDate first = details.items.last().item.createdAt.toLocalTime().date();
    const QDate last = details.items.first().item.updatedAt.toLocalTime().date();
    const QString day = QLocale().toString(first, u"d MMM"_s);
    return u"%1, %2, %3"_s.arg(HistoryWords::tr("%n items", nullptr, int(details.items.size())),
                               HistoryWords::tr("%n attempts", nullptr, int(attempts)),
                               first == last ? HistoryWords::tr("all %1").arg(day)
                                             : HistoryWords::tr("since %1").arg(day));
}

} // namespace pipeline::ui
