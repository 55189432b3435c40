// SPDX-License-Identifier: Apache-2.0
#include "whatruns.h"

#include "releasedata.h"

#include "events/effectledger.h"
#include "models/contract/pipelineresult.h"
#include "ui/session/services.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::ui {

using contract::BacklogItem;
using Outcome = TargetNow::Outcome;

namespace {

constexpr int RunsBack = 30;

/// What is recorded of a deployment that may have done only a part.
struct Record {
    QList<events::Effect> effects;
    QList<contract::ProductDeployment> deployments;
    bool workersPushed = false;
    bool deployed = false; ///< the whole of DEPLOY
    bool gap = false; ///< steps were done, and nothing of them was recorded
};

Result<Record> recordOf(Services &services, const BacklogItem &item, std::stop_token stop)
{
    Record record;
    const auto effects = events::EffectLedger(services.database).list(item.id, stop);
    if (!effects)
        return fail(effects.error());
    const auto stages = events::EventStore(services.database).stages(item.id, stop);
    if (!stages)
        return fail(stages.error());
    record.effects = *effects;
    const QJsonObject result = item.result.value_or(QJsonObject())["etapas"_L1].toObject()["deploy"_L1].toObject();
    for (const QJsonValue &value : result["deployments"_L1].toArray())
        record.deployments << contract::ProductDeployment::fromJson(value.toObject());
    record.workersPushed = !result["commit_workers"_L1].toString().isEmpty();
    int done = 0;
    for (const events::StageState &stage : *stages) {
        if (stage.stage != "deploy"_L1)
            continue;
        record.deployed = record.deployed || stage.status == "success"_L1;
        done = qMax(done, stage.done);
    }
    record.gap = done > 0 && record.effects.isEmpty() && record.deployments.isEmpty() && !record.workersPushed;
    return record;
}

Outcome workersOutcome(const Record &record)
{
    bool pushed = record.workersPushed;
    bool restarted = false;
    for (const events::Effect &effect : record.effects) {
        if (effect.kind != "push"_L1 && effect.kind != "webhook"_L1)
            continue;
        if (!effect.answer)
            return Outcome::Unrecorded;
        (effect.kind == "push"_L1 ? pushed : restarted) = true;
    }
    if (restarted || record.deployed)
        return Outcome::Deployed;
    return pushed ? Outcome::PushedOnly : record.gap ? Outcome::Unrecorded : Outcome::NotReached;
}

Outcome productOutcome(const Record &record, const QString &product)
{
    Outcome outcome = record.gap ? Outcome::Unrecorded : Outcome::NotReached;
    for (const events::Effect &effect : record.effects) {
        if (effect.kind != "deployment"_L1 || effect.target != product)
            continue;
        if (!effect.answer)
            return Outcome::Unrecorded;
        if (effect.answer->contains("deployment_id"_L1))
            outcome = Outcome::Deployed;
        else if (outcome != Outcome::Deployed)
            outcome = Outcome::Refused;
    }
    // A product whose files the engine had already is in the result alone.
    const bool listed = std::ranges::count(record.deployments, product, &contract::ProductDeployment::product) > 0;
    return record.deployed || listed ? Outcome::Deployed : outcome;
}

int definitionsOf(const Record &record, const QString &product)
{
    int made = 0;
    for (const auto &deployment : events::achieved(record.effects).deploy.deployments + record.deployments) {
        if (deployment.product == product)
            made = qMax(made, int(deployment.definitions.size()));
    }
    return made;
}

bool workersFailedVerify(const ReleaseData &data)
{
    const QJsonArray checks = ReleaseData::result(data.deployment, u"verify"_s)["checks"_L1].toArray();
    return std::ranges::any_of(checks, [](const QJsonValue &check) {
        return check["status"_L1].toString() == "failed"_L1 && check["nome"_L1].toString().startsWith("worker "_L1);
    });
}

bool isAbout(const BacklogItem &item, const TargetNow &target)
{
    const auto artefacts = contract::artefactsFromJson(item.context["artefatos"_L1].toArray());
    return artefacts && std::ranges::any_of(*artefacts, [&](const contract::Artefact &artefact) {
               // The workers go out together, as one commit.
               return artefact.isWorker() ? target.worker : !target.worker && artefact.product() == target.name;
           });
}

QList<TargetNow> targetsOf(const QList<contract::Artefact> &artefacts)
{
    QList<TargetNow> targets;
    for (const bool workers : {false, true}) {
        for (const contract::Artefact &artefact : artefacts) {
            const QString name = workers ? artefact.path.section(u'/', -1) : artefact.product();
            if (artefact.isWorker() == workers && std::ranges::count(targets, name, &TargetNow::name) == 0)
                targets << TargetNow{.name = name, .worker = workers};
        }
    }
    return targets;
}

} // namespace

bool isMixed(const QList<TargetNow> &targets)
{
    const auto has = [&](Outcome outcome) { return std::ranges::count(targets, outcome, &TargetNow::outcome) > 0; };
    return has(Outcome::Deployed) && (has(Outcome::Refused) || has(Outcome::NotReached) || has(Outcome::PushedOnly));
}

Result<QList<TargetNow>> readTargets(Services &services, const ReleaseData &data, std::stop_token stop)
{
    QList<TargetNow> targets = targetsOf(data.artefacts);
    auto items = services.backlog.list({.types = {contract::type::ExecutePipeline},
                                        .mode = u"implantar"_s,
                                        .environment = data.environment,
                                        .limit = RunsBack},
                                       stop);
    if (!items)
        return fail(items.error());
    std::ranges::stable_sort(*items, std::ranges::greater(), &BacklogItem::updatedAt);
    QList<TargetNow *> open;
    for (TargetNow &target : targets)
        open << &target;
    bool since = true; // later than the failed run
    for (const BacklogItem &item : *items) {
        const bool own = item.id == data.deployment->item.id;
        since = since && !own;
        if (item.attempt == 0 || std::ranges::none_of(open, [&](const TargetNow *at) { return isAbout(item, *at); }))
            continue;
        const auto record = recordOf(services, item, stop);
        if (!record)
            return fail(record.error());
        open.removeIf([&](TargetNow *target) {
            if (!isAbout(item, *target))
                return false;
            const Outcome outcome = item.state == contract::ItemState::Done ? Outcome::Deployed
                : target->worker                                            ? workersOutcome(*record)
                                                                            : productOutcome(*record, target->name);
            const bool here = outcome == Outcome::Deployed;
            const bool known = here || outcome == Outcome::Refused || outcome == Outcome::NotReached;
            if (own) {
                target->outcome = outcome;
                target->definitions = definitionsOf(*record, target->name);
            } else if (since && (here || !known)) {
                target->outcome = here ? Outcome::DeployedSince : Outcome::ChangingSince;
            }
            if (here)
                target->releaseRef = item.releaseRef();
            return here || !known;
        });
    }
    for (TargetNow &target : targets) {
        if (target.worker && target.outcome == Outcome::Deployed && workersFailedVerify(data))
            target.outcome = Outcome::CheckFailed;
    }
    return targets;
}

} // namespace pipeline::ui
