// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "configuration/configuration.h"
#include "credentials/credentialstore.h"

namespace pipeline::administration {

/// What a person changes in the configuration file and the keychain. Each act has its entry in the journal, which holds
/// names and never a secret.
class Administration {
public:
    Administration(store::Database &database, Actor actor) : m_journal(database), m_actor(std::move(actor)) {}

    /// Adds the environment to \a file, or changes it; the entry holds the keys that differ from \a before.
    Result<void> saveEnvironment(const QString &file, const Environment &environment,
                                 const std::optional<Environment> &before, std::stop_token stop);

    /// Its secrets stay. NotFound and InvalidInput as configuration::removeEnvironment().
    Result<void> removeEnvironment(const QString &file, const QString &name, std::stop_token stop);

    /// To which environments the runner of this configuration may deploy.
    Result<void> setRunnerEnvironments(const QString &file, const QStringList &names, std::stop_token stop);

    Result<void> setCredential(credentials::CredentialStore &store, const QString &name,
                               const credentials::Secret &secret, std::stop_token stop);
    Result<void> removeCredential(credentials::CredentialStore &store, const QString &name, std::stop_token stop);

    /// The entry of when a secret was last stored; nothing when the journal does not know.
    Result<std::optional<audit::Entry>> lastStored(const QString &name, std::stop_token stop) const;

private:
    Result<void> record(const audit::Act &act, std::stop_token stop);

    audit::Journal m_journal;
    const Actor m_actor;
};

} // namespace pipeline::administration
