// SPDX-License-Identifier: Apache-2.0
#include "followers.h"

#include "models/contract/approval.h"

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

} // namespace

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

} // namespace pipeline::runner
