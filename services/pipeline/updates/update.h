// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipeline/run.h"

#include "models/contract/serverupdate.h"
#include "repository/mirror.h"

namespace pipeline::runner {

/// One attempt at one `atualizar_servidor` item: what its steps share.
struct Update {
    const contract::BacklogItem &item;
    const contract::ServerUpdate &order;
    const Environment &environment; ///< the default one
    const Claim &claim;
    events::RunLog &log;
    LeaseKeeper &lease;
    const Checkpoint &checkpoint;
    const std::stop_token stop;

    void info(const QString &source, const QString &text) { log.log(events::LogSeverity::Info, source, text); }
};

/// The commit that the update is about, in full, with the mirror brought up to date. Errors: those of Mirror.
inline Result<QString> commitOf(const Update &update, repository::Mirror &mirror)
{
    if (const auto fetched = mirror.fetch(update.stop); !fetched)
        return fail(fetched.error());
    return update.order.commit.isEmpty() ? mirror.head(update.stop) : mirror.resolve(update.order.commit, update.stop);
}

/// How an update that could be tried ended.
struct Updated {
    bool success = true;
    QString reason = {}; ///< why not, or what there was to say
    QString commit = {}; ///< in full
    QString before = {}; ///< where the clone was
    std::optional<contract::NewItem> follower = {};
};

} // namespace pipeline::runner
