// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stage.h"

#include "configuration/configuration.h"
#include "http/client.h"

#include <memory>
#include <vector>

namespace pipeline::store {
class Database;
}

namespace pipeline::runner {

/// The stages of each mode, in their order.
struct Stages {
    std::vector<std::unique_ptr<Stage>> validate;
    std::vector<std::unique_ptr<Stage>> deploy;
};

struct Options {
    LeaseTimes times = {};
    http::Retry retry = {}; ///< of a transient failure within an attempt
    /// After the first attempt; doubled after each, up to half an hour.
    std::chrono::milliseconds postponement = std::chrono::seconds(30);
    Checkpoint checkpoint = {};
    events::Listener listener = {}; ///< hears what the runs of this runner write
};

/// How an attempt ended.
struct Outcome {
    qint64 item = 0;
    contract::ItemState state = contract::ItemState::Pending; ///< Pending: given back, to be tried later
    QJsonObject result;
    std::optional<Error> error; ///< what was out of reach, or the lost lease
};

/// Of an attempt that may not write how it ended.
Outcome withLostLease(qint64 item);

/// Takes items from the backlog and runs them through their stages, one at a time.
class Runner {
public:
    Runner(backlog::Backlog &backlog, store::Database &database, const configuration::Configuration &configuration,
           backlog::Capabilities capabilities, Actor actor, Stages stages, Options options);

    /// One attempt at the next item; nothing when no item can be claimed. An Error means that the backlog itself is out
    /// of reach or that the runner was stopped before it had an item.
    Result<std::optional<Outcome>> runNext(std::stop_token stop);

private:
    Outcome attempt(const contract::BacklogItem &item, std::stop_token stop);
    Result<void> recallEarlierAttempts(Run &run) const;
    Result<void> runStages(Run &run);
    Result<contract::StageStatus> runStage(Stage &stage, Run &run);
    Outcome conclude(Run &run, const Result<void> &ran, std::stop_token outside);
    Outcome end(Run &run, contract::ItemState state, const QString &reason);
    contract::NewItem follower(const Run &run) const;
    std::optional<contract::NewItem> rollBack(Run &run) const;
    Outcome complete(const contract::BacklogItem &item, const Claim &claim, backlog::Completion completion);
    /// Nothing when somebody has cancelled the item in the meantime.
    std::optional<Outcome> giveBack(Run &run, const Error &error, std::chrono::milliseconds pause);

    backlog::Backlog &m_backlog;
    store::Database &m_database;
    const configuration::Configuration &m_configuration;
    const backlog::Capabilities m_capabilities;
    const Actor m_actor;
    const Stages m_stages;
    const Options m_options;
};

} // namespace pipeline::runner
