// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploystage.h"

namespace pipeline::runner {

/// Makes the pinned commit the one that the workers run: pushes it, then calls the server that restarts them.
class WorkerDeployer {
public:
    WorkerDeployer(Run &run, const Surroundings &around, repository::Mirror &mirror)
        : m_run(run), m_around(around), m_mirror(mirror), m_ledger(around.database)
    {}

    /// Conflict when the branch is ahead of the commit or elsewhere.
    Result<void> push();

    /// Calls the webhook, under the same id however often; does nothing where none is configured.
    Result<void> callWebhook();

private:
    /// The effect of that kind that an earlier attempt intended, or a new one.
    Result<events::Effect> effectOf(const QString &kind, const QString &target, const QJsonObject &intent);
    audit::Act act(const QString &what, const QJsonObject &details) const;

    Run &m_run;
    const Surroundings &m_around;
    repository::Mirror &m_mirror;
    events::EffectLedger m_ledger;
};

} // namespace pipeline::runner
