// SPDX-License-Identifier: Apache-2.0
#include "followers.h"

#include "models/contract/approval.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::StageStatus;

namespace {

QJsonObject approvalRequest(const contract::BacklogItem &item, const contract::PipelineContext &context,
                            const QString &environment, const contract::PipelineResult &result)
{
    const contract::TestResult &test = std::get<contract::PipelineResult::ValidateHalf>(result.stages).test;
    contract::ApprovalRequest request;
    request.releaseRef = context.releaseRef;
    if (test.status != StageStatus::Skipped) {
        request.testsPassed = test.status == StageStatus::Success;
        request.coverage = test.coverage;
    }
    request.sprint = context.sprint;
    request.environment = environment;
    request.artefacts = context.artefacts;
    request.manifest = result.manifest;
    request.origin = item.id;
    return request.toJson();
}

QJsonObject deploymentToCheck(const contract::PipelineContext &context, const QString &environment,
                              const contract::PipelineResult &result)
{
    const QJsonObject deploy = std::get<contract::PipelineResult::DeployHalf>(result.stages).deploy.toJson();
    return {{u"deployment_id"_s, deploy["deployment_id"_L1]},
            {u"ambiente"_s, environment},
            {u"release_ref"_s, context.releaseRef},
            {u"deployments"_s, deploy["deployments"_L1]},
            {u"manifesto"_s, result.manifest}};
}

/// The paths that the engine took.
QStringList sentPaths(const contract::DeployResult &deploy)
{
    QStringList paths;
    for (const contract::ProductDeployment &deployment : deploy.deployments) {
        if (!deployment.deploymentId.isEmpty())
            paths += deployment.sent;
    }
    return paths;
}

} // namespace

contract::PipelineContext pinned(contract::PipelineContext context, const Release &release)
{
    for (contract::Artefact &artefact : context.artefacts) {
        const auto file = std::ranges::find(release.files, artefact.path,
                                            [](const ReleaseFile &read) { return read.artefact.path; });
        if (artefact.isWorker())
            artefact.sha = release.workers.commit;
        else if (file != release.files.cend())
            artefact.sha = file->artefact.sha;
    }
    return context;
}

Result<std::optional<contract::NewItem>> rollbackOf(const contract::BacklogItem &item,
                                                    const contract::PipelineContext &context,
                                                    const QString &environment, const contract::PipelineResult &result,
                                                    const QList<backlog::Arrival> &arrivals)
{
    const contract::DeployResult &deploy = std::get<contract::PipelineResult::DeployHalf>(result.stages).deploy;
    const QStringList sent = sentPaths(deploy);
    if (context.operation == contract::Operation::Rollback || (sent.isEmpty() && deploy.workerCommit.isEmpty()))
        return std::nullopt;
    for (const backlog::Arrival &arrival : arrivals) {
        auto before = contract::PipelineContext::fromJson(arrival.item.context, arrival.item.mode);
        if (arrival.item.id == item.id || arrival.item.state != contract::ItemState::Done || !before
            || arrival.manifest == result.manifest)
            continue;
        const auto &artefacts = before->artefacts;
        const bool sharesFile = std::ranges::any_of(
            artefacts, [&](const contract::Artefact &artefact) { return sent.contains(artefact.path); });
        const bool sharesCommit = std::ranges::any_of(artefacts, [&](const contract::Artefact &artefact) {
            return artefact.isWorker() && deploy.workerCommit.startsWith(artefact.sha);
        });
        const bool hadWorkers = std::ranges::any_of(artefacts, &contract::Artefact::isWorker);
        const bool movedWorkers = !deploy.workerCommit.isEmpty() && !sharesCommit;
        if (movedWorkers && (sharesFile || hadWorkers))
            return fail(ErrorCode::Refused,
                        u"the workers' branch is at %1, which %2 does not have, and it is never forced back"_s.arg(
                            deploy.workerCommit.left(12), before->releaseRef));
        if (!sharesFile)
            continue;
        before->operation = contract::Operation::Rollback;
        before->environment = environment;
        before->reason = u"on_failure = \"rollback\": item %1 with release %2 failed"_s.arg(item.id).arg(
            context.releaseRef);
        return contract::NewItem{.type = contract::type::ExecutePipeline,
                                 .mode = contract::toString(before->mode),
                                 .context = before->toJson(),
                                 .priority = item.priority,
                                 .idempotencyKey = {},
                                 .originId = item.id};
    }
    return fail(ErrorCode::NotFound, u"no release with these files ran in %1 before"_s.arg(environment));
}

contract::NewItem followerOf(const contract::BacklogItem &item, const contract::PipelineContext &context,
                             const QString &environment, const contract::PipelineResult &result)
{
    const bool validated = context.mode == contract::Mode::Validate;
    return {.type = validated ? contract::type::ApproveRelease : contract::type::ValidateDeployment,
            .mode = {},
            .context = validated ? approvalRequest(item, context, environment, result)
                                 : deploymentToCheck(context, environment, result),
            .priority = item.priority,
            .idempotencyKey = {},
            .originId = item.id};
}

contract::NewItem deploymentOf(const contract::BacklogItem &item, contract::PipelineContext context,
                               const QString &environment)
{
    context.mode = contract::Mode::Deploy;
    context.environment = environment;
    return {.type = contract::type::ExecutePipeline,
            .mode = contract::toString(context.mode),
            .context = context.toJson(),
            .priority = item.priority,
            .idempotencyKey = {},
            .originId = item.id};
}

} // namespace pipeline::runner
