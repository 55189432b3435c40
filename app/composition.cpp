// SPDX-License-Identifier: Apache-2.0
#include "composition.h"

#include "backlog/sqlitebacklog.h"
#include "credentials/chainedstore.h"
#include "credentials/environmentstore.h"
#include "credentials/keychainstore.h"
#include "pipeline/stages/deploystage.h"
#include "pipeline/stages/teststage.h"
#include "pipeline/stages/validatestage.h"
#include "pipeline/stages/verifystage.h"
#include "store/database.h"

#include <QCryptographicHash>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pipeline::app {

Composition::Composition(configuration::Configuration configuration, QProcessEnvironment environment)
    : m_configuration(std::move(configuration)), m_environment(std::move(environment))
{}

Composition::~Composition() = default;

QString Composition::cacheFolder() const
{
    return configuration::cacheFolder(m_environment);
}

Result<store::Database *> Composition::database()
{
    if (!m_database) {
        auto opened = store::Database::open(m_configuration.backlogUrl);
        if (!opened)
            return fail(opened.error());
        m_database = std::move(*opened);
    }
    return m_database.get();
}

Result<backlog::Backlog *> Composition::backlog()
{
    if (!m_backlog) {
        const auto opened = database();
        if (!opened)
            return fail(opened.error());
        m_backlog = std::make_unique<backlog::SqliteBacklog>(**opened);
    }
    return m_backlog.get();
}

credentials::CredentialStore &Composition::credentials()
{
    if (!m_credentials)
        m_credentials = std::make_unique<credentials::ChainedStore>(
            std::make_unique<credentials::EnvironmentStore>(m_environment, m_configuration.configuredDefault),
            std::make_unique<credentials::KeychainStore>());
    return *m_credentials;
}

http::Client &Composition::http()
{
    if (!m_http)
        m_http = std::make_unique<http::Client>();
    return *m_http;
}

const validation::Validator &Composition::validator()
{
    if (!m_validator)
        m_validator = std::make_unique<validation::Validator>();
    return *m_validator;
}

const process::Sandbox &Composition::sandbox()
{
    if (!m_sandbox)
        m_sandbox = process::Sandbox::detect();
    return *m_sandbox;
}

const workers::WorkerChecks &Composition::checks()
{
    if (!m_checks)
        m_checks = std::make_unique<workers::WorkerChecks>(sandbox(), cacheFolder());
    return *m_checks;
}

std::unique_ptr<repository::Mirror> Composition::mirror(const std::optional<configuration::Repository> &repository)
{
    if (!repository)
        return nullptr;
    // A token is of use over https only; elsewhere the keychain need not be asked.
    repository::TokenSource token;
    if (repository->url.startsWith("https:"_L1))
        token = [&store = credentials(), name = repository->secret()](std::stop_token stop) {
            return store.read(name, stop);
        };
    // One mirror for each address, so that another configuration does not find the wrong commits.
    const QByteArray key =
        QCryptographicHash::hash(repository->url.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return std::make_unique<repository::Mirror>(
        repository::Remote{repository->name, repository->url, repository->branch, {}},
        cacheFolder() + u"/mirrors/%1-%2.git"_s.arg(repository->name, QString::fromLatin1(key)), std::move(token));
}

void Composition::openRepositories()
{
    if (m_reader)
        return;
    m_artefacts = mirror(m_configuration.artefacts);
    m_workers = mirror(m_configuration.workers);
    m_reader = std::make_unique<repository::ReleaseReader>(
        m_artefacts.get(), m_workers.get(),
        m_configuration.artefacts ? m_configuration.artefacts->products : QStringList());
}

Result<std::unique_ptr<approval::Approvals>> Composition::approvals()
{
    const auto store = backlog();
    if (!store)
        return fail(store.error());
    openRepositories();
    return std::make_unique<approval::Approvals>(**store, *m_reader, m_configuration.people);
}

Result<QMap<QString, QByteArray>> Composition::artefactFiles(const contract::Artefact &artefact, std::stop_token stop)
{
    openRepositories();
    return m_reader->filesOf(artefact, stop);
}

Result<backlog::Capabilities> Composition::capabilities(std::stop_token stop)
{
    backlog::Capabilities capabilities;
    const auto installed = [this](const QString &program) {
        return !QStandardPaths::findExecutable(program, m_environment.value(u"PATH"_s).split(u':')).isEmpty();
    };
    capabilities.defaultEnvironment = m_configuration.defaultEnvironment;
    if (!installed(u"git"_s))
        return capabilities; // every byte comes from a repository
    capabilities.validate = installed(u"node"_s) && installed(u"npm"_s);
    if (m_configuration.runner.environments) {
        capabilities.environments = *m_configuration.runner.environments;
        return capabilities;
    }
    for (const Environment &environment : m_configuration.environments) {
        if (environment.authentication == Authentication::None) {
            capabilities.environments << environment.name;
            continue;
        }
        const auto source = credentials().source(environment.engineSecret(), stop);
        if (source && !source->isEmpty())
            capabilities.environments << environment.name;
    }
    return capabilities;
}

Result<std::unique_ptr<runner::Runner>> Composition::runner(const Actor &actor, runner::Options options,
                                                            std::stop_token stop)
{
    const auto store = backlog();
    if (!store)
        return fail(store.error());
    openRepositories();
    const auto able = capabilities(stop);
    if (!able)
        return fail(able.error());
    const runner::WorkerCheckout checkout(m_workers.get(), cacheFolder() + "/checkouts"_L1);
    const runner::Surroundings around{*m_database, http(), credentials(), validator()};
    const approval::PolicyCheck policy(**store, m_configuration.people);
    runner::Stages stages;
    stages.validate.push_back(
        std::make_unique<runner::ValidateStage>(*m_reader, validator(), m_configuration.rules, checks(), checkout));
    stages.validate.push_back(std::make_unique<runner::TestStage>(*m_database, checks(), checkout));
    stages.deploy.push_back(std::make_unique<runner::DeployStage>(around, *m_reader, policy, m_workers.get()));
    stages.deploy.push_back(std::make_unique<runner::VerifyStage>(around, **store, m_artefacts.get()));
    return std::make_unique<runner::Runner>(**store, *m_database, m_configuration, *able, actor, std::move(stages),
                                            std::move(options));
}

Result<std::unique_ptr<runner::UpdateRunner>> Composition::updateRunner(const Actor &actor, runner::Options options)
{
    const auto hasClone = [](const auto &repository) { return repository && !repository->clone.isEmpty(); };
    const bool artefacts = hasClone(m_configuration.artefacts);
    const bool workers = hasClone(m_configuration.workers);
    if (!artefacts && !workers)
        return nullptr;
    const auto store = backlog();
    if (!store)
        return fail(store.error());
    openRepositories();
    std::unique_ptr<runner::WorkersUpdate> update;
    if (workers)
        update = std::make_unique<runner::WorkersUpdate>(*m_database, http(), *m_workers, checks(),
                                                         *m_configuration.workers, cacheFolder());
    return std::make_unique<runner::UpdateRunner>(**store, *m_database, m_configuration, actor.host, actor,
                                                  artefacts ? m_artefacts.get() : nullptr, std::move(update),
                                                  std::move(options));
}

} // namespace pipeline::app
