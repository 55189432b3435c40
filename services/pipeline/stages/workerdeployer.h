// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploystage.h"

namespace pipeline::runner {

/// Makes the pinned commit the one that the workers run: pushes it, then calls the server that restarts them.
class WorkerDeployer {
public:
    /// \a mirror is needed for releases with workers only.
    WorkerDeployer(Run &run, const Surroundings &around, repository::Mirror *mirror)
        : m_run(run), m_around(around), m_mirror(mirror), m_ledger(around.database)
    {}

    /// Finds out before anything is sent whether the worker server can be called at all. Unauthorized without its
    /// secret, Refused when its address is not protected.
    Result<void> prepare();

    /// Conflict when the branch is ahead of the commit or elsewhere.
    Result<void> push();

    /// Calls the webhook, under the same id however often; does nothing where none is configured. After prepare().
    Result<void> callWebhook();

private:
    struct Intended {
        events::Effect effect;
        bool earlier = false; ///< by an attempt before, or before this was tried again
    };

    bool callsServer() const;
    /// The effect of that kind for the commit that was intended before, or a new one.
    Result<Intended> effectOf(const QString &kind, const QString &target, const QJsonObject &intent);
    audit::Act act(const QString &what, const QJsonObject &details) const;

    Run &m_run;
    const Surroundings &m_around;
    repository::Mirror *m_mirror;
    events::EffectLedger m_ledger;
    credentials::Secret m_secret;
};

} // namespace pipeline::runner
