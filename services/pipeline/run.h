// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "leasekeeper.h"

#include "events/effectledger.h"
#include "events/runlog.h"
#include "models/contract/pipelineresult.h"
#include "models/environment.h"
#include "models/release.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace pipeline::runner {

/// Called with the name of each point between two steps of a run; lets a test end the process there.
using Checkpoint = std::function<void(QLatin1StringView name)>;

/// One attempt at one item, from its claim to its completion: what its stages share.
struct Run {
    const contract::BacklogItem &item;
    const contract::PipelineContext &context;
    const Environment &environment;
    const Claim &claim;
    events::RunLog &log;
    LeaseKeeper &lease;
    const Checkpoint &checkpoint;
    const std::stop_token stop;

    contract::PipelineResult result;
    std::optional<Release> release = {}; ///< once its bytes have been read
    std::unique_ptr<QTemporaryDir> checkout = {}; ///< of the workers' commit, once a stage needed it

    contract::PipelineResult::ValidateHalf &validateHalf() { return std::get<0>(result.stages); }
    contract::PipelineResult::DeployHalf &deployHalf() { return std::get<1>(result.stages); }

    void info(const QString &source, const QString &text) { log.log(events::LogSeverity::Info, source, text); }
    void warn(const QString &source, const QString &text) { log.log(events::LogSeverity::Warning, source, text); }
    void error(const QString &source, const QString &text) { log.log(events::LogSeverity::Error, source, text); }
};

} // namespace pipeline::runner
