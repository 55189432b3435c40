// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineupdate.h"
#include "workersupdate.h"

#include "pipeline/runner.h"

namespace pipeline::runner {

/// Takes the `atualizar_servidor` items of one host, one at a time: the slot that a runner has beside its jobs, for
/// VERIFY of an `implantar` waits for the update that it asked for.
class UpdateRunner {
public:
    /// \a server is the host's name as items give it. A null \a artefacts or \a workers means that there is no clone of
    /// that repository here.
    UpdateRunner(backlog::Backlog &backlog, store::Database &database,
                 const configuration::Configuration &configuration, QString server, Actor actor,
                 repository::Mirror *artefacts, std::unique_ptr<WorkersUpdate> workers, Options options);

    /// As Runner::runNext(). The result of an item is `{sucesso, motivo, alvo, commit, anterior}`.
    Result<std::optional<Outcome>> runNext(std::stop_token stop);

private:
    Outcome attempt(const contract::BacklogItem &item, std::stop_token stop);
    Result<Updated> update(Update &update) const;
    Outcome complete(const contract::BacklogItem &item, const Claim &claim, contract::ItemState state,
                     const Updated &updated, const QString &environment);

    backlog::Backlog &m_backlog;
    store::Database &m_database;
    const configuration::Configuration &m_configuration;
    const QString m_server;
    const Actor m_actor;
    repository::Mirror *m_artefacts;
    const std::unique_ptr<WorkersUpdate> m_workers;
    const Options m_options;
};

} // namespace pipeline::runner
