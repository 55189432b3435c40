// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"
#include "models/contract/pipelinecontext.h"

namespace pipeline::tests {

inline Actor person(const QString &name)
{
    return {name, QStringLiteral("login-of-") + name, QStringLiteral("desk-7"), QStringLiteral("command line")};
}

inline Actor runner(const QString &name)
{
    return {name, QStringLiteral("pipeline"), QStringLiteral("worker-server"), QStringLiteral("runner")};
}

/// A release of one process and one worker, for \a environment (empty: the default one).
inline contract::PipelineContext sampleContext(contract::Mode mode, const QString &environment = {})
{
    contract::PipelineContext context;
    context.mode = mode;
    context.releaseRef = QStringLiteral("2026.11.3");
    context.sprint = QStringLiteral("Sprint 42");
    context.environment = environment;
    context.artefacts = {{contract::ArtefactType::Bpmn, QStringLiteral("analise-credito.bpmn"),
                          QStringLiteral("Genesis/bpmn/analise-credito.bpmn"), QString(40, u'a')},
                         {contract::ArtefactType::Worker, QStringLiteral("consulta-bureau"),
                          QStringLiteral("worker/consulta-bureau"), QString(40, u'b')}};
    return context;
}

inline contract::NewItem sampleItem(contract::Mode mode, const QString &environment = {}, int priority = 0)
{
    contract::NewItem item;
    item.type = contract::type::ExecutePipeline;
    item.mode = contract::toString(mode);
    item.context = sampleContext(mode, environment).toJson();
    item.priority = priority;
    return item;
}

/// The approval that follows a `validar` item.
inline contract::NewItem sampleApproval(qint64 origin, const QString &environment = QStringLiteral("producao"))
{
    const auto context = sampleContext(contract::Mode::Validate, environment);
    contract::ApprovalRequest request;
    request.releaseRef = context.releaseRef;
    request.testsPassed = true;
    request.coverage = 87.5;
    request.sprint = context.sprint;
    request.environment = environment;
    request.artefacts = context.artefacts;
    request.manifest = QString(64, u'c');
    request.origin = origin;
    contract::NewItem item;
    item.type = contract::type::ApproveRelease;
    item.context = request.toJson();
    item.priority = 7;
    if (origin > 0)
        item.originId = origin;
    return item;
}

inline backlog::Capabilities everything()
{
    return {true, {QStringLiteral("producao"), QStringLiteral("homologacao")}, QStringLiteral("producao")};
}

inline Claim claimOf(const contract::BacklogItem &item, const Actor &runner)
{
    return {item.id, item.fence, item.attempt, runner};
}

} // namespace pipeline::tests
