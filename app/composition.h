// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "approval/approvals.h"
#include "audit/journal.h"
#include "backlog/backlog.h"
#include "configuration/configuration.h"
#include "credentials/credentialstore.h"
#include "events/eventstore.h"
#include "http/client.h"
#include "pipeline/runner.h"
#include "pipeline/updates/updaterunner.h"
#include "process/sandbox.h"
#include "validation/validator.h"
#include "workers/workerchecks.h"

#include <QProcessEnvironment>

#include <memory>
#include <optional>

namespace pipeline::app {

/// Builds the services from a configuration, each once and when it is first asked for; the only place that knows them
/// all. Not for several threads at once: what it gives may be used from any.
class Composition {
public:
    Composition(configuration::Configuration configuration, QProcessEnvironment environment);
    ~Composition();

    const configuration::Configuration &configuration() const { return m_configuration; }
    const QProcessEnvironment &environment() const { return m_environment; }
    QString cacheFolder() const;

    Result<store::Database *> database();
    Result<backlog::Backlog *> backlog();
    Result<std::unique_ptr<approval::Approvals>> approvals();
    credentials::CredentialStore &credentials();
    http::Client &http();
    /// The local copy of a configured repository; null when \a repository is nothing.
    std::unique_ptr<repository::Mirror> mirror(const std::optional<configuration::Repository> &repository);
    const validation::Validator &validator();
    const process::Sandbox &sandbox();

    /// ReleaseReader::filesOf() on the configured repositories.
    Result<QMap<QString, QByteArray>> artefactFiles(const contract::Artefact &artefact, std::stop_token stop);

    /// A runner that does what capabilities() says. Each runs one item at a time.
    Result<std::unique_ptr<runner::Runner>> runner(const Actor &actor, runner::Options options, std::stop_token stop);

    /// The slot of a runner that updates what runs on this machine; null without a clone here.
    Result<std::unique_ptr<runner::UpdateRunner>> updateRunner(const Actor &actor, runner::Options options);

    /// What a runner on this machine can do: nothing without git; `validar` with Node.js and npm, `implantar` for the
    /// environments of `[runner]`, by default those whose credential is there.
    Result<backlog::Capabilities> capabilities(std::stop_token stop);

private:
    void openRepositories();
    const workers::WorkerChecks &checks();

    const configuration::Configuration m_configuration;
    const QProcessEnvironment m_environment;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<backlog::Backlog> m_backlog;
    std::unique_ptr<credentials::CredentialStore> m_credentials;
    std::unique_ptr<http::Client> m_http;
    std::unique_ptr<validation::Validator> m_validator;
    std::optional<process::Sandbox> m_sandbox;
    std::unique_ptr<workers::WorkerChecks> m_checks;
    std::unique_ptr<repository::Mirror> m_artefacts;
    std::unique_ptr<repository::Mirror> m_workers;
    std::unique_ptr<repository::ReleaseReader> m_reader;
};

} // namespace pipeline::app
