// SPDX-License-Identifier: Apache-2.0
#include "releasedata.h"

#include "events/teststore.h"
#include "ui/session/services.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using pipeline::backlog::HistoryItem;

namespace pipeline::ui {

namespace {

constexpr int RunsForMedian = 10;

bool isDeployment(const HistoryItem &each)
{
    return each.item.mode == "implantar"_L1;
}

bool isValidation(const HistoryItem &each)
{
    return each.item.mode == "validar"_L1;
}

bool isApproval(const HistoryItem &each)
{
    return each.item.type == contract::type::ApproveRelease;
}

std::optional<HistoryItem> withId(const QList<HistoryItem> &items, std::optional<qint64> id)
{
    const auto found = std::ranges::find_if(items, [&](const HistoryItem &each) { return id && each.item.id == *id; });
    return found == items.cend() ? std::nullopt : std::optional(*found);
}

std::optional<HistoryItem> newestAfter(const QList<HistoryItem> &items, const std::optional<HistoryItem> &origin,
                                       bool (*matches)(const HistoryItem &))
{
    const auto found = std::ranges::find_if(items, [&](const HistoryItem &each) {
        return origin && matches(each) && each.item.originId == origin->item.id;
    });
    return found == items.cend() ? std::nullopt : std::optional(*found);
}

/// Follows the origins from \a start to the first item, and the followers from there to the last.
void followChain(ReleaseData &data, const HistoryItem &start)
{
    const QList<HistoryItem> &items = data.details.items;
    std::optional<HistoryItem> at = start;
    if (at->item.type == contract::type::ValidateDeployment)
        at = withId(items, at->item.originId).value_or(start);
    if (isDeployment(*at)) {
        data.deployment = at;
        at = withId(items, at->item.originId);
        if (!at) { // inserted by hand: its bytes were validated, or its policy does not ask for it
            const auto validation = std::ranges::find_if(items, [&](const HistoryItem &each) {
                return isValidation(each) && each.item.id < data.deployment->item.id
                    && each.item.state == contract::ItemState::Done
                    && (data.deployment->manifest.isEmpty() || each.manifest == data.deployment->manifest);
            });
            if (validation != items.cend())
                data.validation = *validation;
            return;
        }
    }
    if (isApproval(*at)) {
        data.approval = at;
        at = withId(items, at->item.originId);
    }
    if (at && isValidation(*at))
        data.validation = at;
    if (!data.approval)
        data.approval = newestAfter(items, data.validation, isApproval);
    if (!data.deployment)
        data.deployment = newestAfter(items, data.approval, isDeployment);
}

/// \a message as a sentence shows it: code stands in quotes, not in backticks.
QString quoted(const QString &message)
{
    static const QRegularExpression code(u"`([^`]*)`"_s);
    return QString(message).replace(code, u"“\\1”"_s);
}

void readFindings(ReleaseData &data)
{
    const QJsonObject validate = ReleaseData::result(data.validation, u"validate"_s);
    for (const QString &list : {u"erros"_s, u"avisos"_s}) {
        for (const QJsonValue &value : validate[list].toArray())
            data.findings << Finding::fromResultado(value.toObject());
    }
    for (Finding &finding : data.findings)
        finding.message = quoted(finding.message);
    std::ranges::stable_sort(data.findings, {}, &Finding::severity);
}

Result<void> readTests(ReleaseData &data, Services &services, std::stop_token stop)
{
    if (!data.validation)
        return {};
    const events::TestStore store(services.database);
    const auto tests = store.cases(data.validation->item.id, data.validation->item.attempt, stop);
    if (!tests)
        return fail(tests.error());
    const auto coverage = store.coverage(data.validation->item.id, data.validation->item.attempt, stop);
    if (!coverage)
        return fail(coverage.error());
    data.tests = *tests;
    data.coverage = *coverage;
    const QJsonValue total = ReleaseData::result(data.validation, u"test"_s)["cobertura"_L1];
    if (total.isDouble())
        data.totalCoverage = total.toDouble();
    return {};
}

Result<void> readUsual(ReleaseData &data, Services &services, std::stop_token stop)
{
    const auto runs = services.backlog.list({.types = {contract::type::ExecutePipeline},
                                             .mode = u"implantar"_s,
                                             .states = {contract::ItemState::Done},
                                             .environment = data.environment,
                                             .limit = RunsForMedian},
                                            stop);
    if (!runs)
        return fail(runs.error());
    QMap<QString, QList<qint64>> durations;
    for (const contract::BacklogItem &item : *runs) {
        const auto stages = events::EventStore(services.database).stages(item.id, stop);
        if (!stages)
            return fail(stages.error());
        for (const events::StageState &stage : *stages) {
            if (stage.status == "success"_L1 && stage.endedAt.isValid())
                durations[stage.stage] << stage.startedAt.msecsTo(stage.endedAt);
        }
    }
    for (auto it = durations.begin(); it != durations.end(); ++it) {
        std::ranges::sort(*it);
        data.usual.insert(it.key(), it->at(it->size() / 2));
    }
    return {};
}

} // namespace

const HistoryItem *ReleaseData::furthest() const
{
    if (deployment)
        return &*deployment;
    if (approval)
        return &*approval;
    return validation ? &*validation : nullptr;
}

const HistoryItem *ReleaseData::run() const
{
    if (deployment)
        return &*deployment;
    return validation ? &*validation : nullptr;
}

std::optional<events::StageState> ReleaseData::stage(const std::optional<HistoryItem> &item, const QString &name)
{
    if (!item)
        return {};
    for (const events::StageState &each : item->stages) {
        if (each.stage == name && each.attempt == item->item.attempt)
            return each;
    }
    return {};
}

QJsonObject ReleaseData::result(const std::optional<HistoryItem> &item, const QString &name)
{
    return item ? item->item.result.value_or(QJsonObject())["etapas"_L1].toObject()[name].toObject() : QJsonObject();
}

int ReleaseData::count(Severity severity) const
{
    return int(std::ranges::count(findings, severity, &Finding::severity));
}

QStringList ReleaseData::products() const
{
    QStringList all;
    for (const contract::Artefact &artefact : artefacts) {
        if (!artefact.isWorker() && !all.contains(artefact.product()))
            all << artefact.product();
    }
    return all;
}

Result<ReleaseData> readRelease(Services &services, const configuration::Configuration &configuration,
                                const QString &releaseRef, qint64 item, std::stop_token stop)
{
    ReleaseData data;
    auto details =
        backlog::ReleaseHistory(services.database, configuration.defaultEnvironment).details(releaseRef, {}, stop);
    if (!details)
        return fail(details.error());
    data.details = std::move(*details);
    if (data.details.items.isEmpty())
        return fail(ErrorCode::NotFound, u"The backlog has no item of release %1"_s.arg(releaseRef));
    const auto wanted = withId(data.details.items, item ? item : data.details.release.current.id);
    followChain(data, wanted.value_or(data.details.items.first()));
    const HistoryItem &furthest = data.furthest() ? *data.furthest() : data.details.items.first();
    for (const auto &each : {data.deployment, data.approval, data.validation}) {
        if (data.manifest.isEmpty() && each)
            data.manifest = each->manifest;
    }
    const QJsonObject &context = furthest.item.context;
    if (const auto artefacts = contract::artefactsFromJson(context["artefatos"_L1].toArray()))
        data.artefacts = *artefacts;
    data.sprint = context["sprint_origem"_L1].toString(context["sprint"_L1].toString());
    data.environment = furthest.item.environment();
    if (data.environment.isEmpty())
        data.environment = configuration.defaultEnvironment;
    readFindings(data);
    if (const auto read = readTests(data, services, stop); !read)
        return fail(read.error());
    if (const auto read = readUsual(data, services, stop); !read)
        return fail(read.error());
    if (data.deployment && data.deployment->item.state == contract::ItemState::Failed) {
        const auto targets = readTargets(services, data, stop);
        if (!targets)
            return fail(targets.error());
        data.targets = *targets;
    }
    return data;
}

} // namespace pipeline::ui
