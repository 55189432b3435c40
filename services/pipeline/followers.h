// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"
#include "models/contract/backlogitem.h"
#include "models/contract/pipelineresult.h"
#include "models/release.h"

namespace pipeline::runner {

/// \a context with the full commit of each artefact, as \a release was read.
contract::PipelineContext pinned(contract::PipelineContext context, const Release &release);

/// The item that a successful \a result puts on the backlog: `aprovar_release` or `validar_implantacao`.
contract::NewItem followerOf(const contract::BacklogItem &item, const contract::PipelineContext &context,
                             const QString &environment, const contract::PipelineResult &result);

/// The item that deploys what \a item has validated, in place of the one that asks for approval: `implantar`.
contract::NewItem deploymentOf(const contract::BacklogItem &item, contract::PipelineContext context,
                               const QString &environment);

/// The item that brings back what ran in \a environment before a failed deployment: `implantar` with `operacao`
/// `reverter`. \a arrivals are those of the environment, newest first.
///
/// Nothing when there is nothing to undo: the failed item changed nothing, or was a roll-back itself, which is never
/// followed by another. NotFound when no release with a file in common ran before. Refused when the workers' branch has
/// moved on, for it is never forced back. What only the failed release has stays on the engine.
Result<std::optional<contract::NewItem>> rollbackOf(const contract::BacklogItem &item,
                                                    const contract::PipelineContext &context,
                                                    const QString &environment, const contract::PipelineResult &result,
                                                    const QList<backlog::Arrival> &arrivals);

} // namespace pipeline::runner
