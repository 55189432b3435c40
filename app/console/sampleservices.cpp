// SPDX-License-Identifier: Apache-2.0
#include "sampleservices.h"

#include "backlog/sqlitebacklog.h"
#include "credentials/environmentstore.h"
#include "sample/samplefiles.h"
#include "sample/samplestore.h"
#include "store/database.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace pipeline::app {

namespace {

/// What the services point at; the folder goes last.
struct Sample {
    QTemporaryDir folder;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<backlog::SqliteBacklog> backlog;
    credentials::EnvironmentStore credentials{QProcessEnvironment(), {}};
    http::Client http;
};

Error missing(const QString &what)
{
    return {ErrorCode::NotFound, what, {}, u"Open your own backlog"_s};
}

Environment environment(const QString &name, bool production)
{
    Environment made;
    made.name = name;
    made.production = production;
    made.policy = production ? Policy::Approved : Policy::Validated;
    made.minimumCoverage = 80;
    return made;
}

} // namespace

configuration::Configuration sampleConfiguration()
{
    configuration::Configuration configuration;
    configuration.environments = {environment(u"homologacao"_s, false), environment(u"producao"_s, true)};
    configuration.defaultEnvironment = u"producao"_s;
    return configuration;
}

Result<std::shared_ptr<ui::Services>> openSample(std::stop_token stop)
{
    auto sample = std::make_shared<Sample>();
    if (!sample->folder.isValid())
        return fail(ErrorCode::Storage, u"A folder for the sample cannot be made"_s, sample->folder.errorString());
    auto database = store::Database::open(u"sqlite:"_s + sample->folder.filePath(u"sample.sqlite"_s));
    if (!database)
        return fail(database.error());
    sample->database = std::move(*database);
    if (const auto filled = sample::fillBacklog(*sample->database, stop); !filled)
        return fail(filled.error());
    sample->backlog = std::make_unique<backlog::SqliteBacklog>(*sample->database);
    return std::make_shared<ui::Services>(ui::Services{
        .database = *sample->database,
        .backlog = *sample->backlog,
        .credentials = sample->credentials,
        .http = sample->http,
        .approvals = [](std::stop_token) -> Result<std::unique_ptr<approval::Approvals>> {
            return fail(missing(u"The sample has no repository to ask"_s));
        },
        .artefactFiles = [](const contract::Artefact &artefact,
                            std::stop_token) { return sample::artefactFiles(artefact); },
        .runner = [](const Actor &, const events::Listener &, std::stop_token)
            -> Result<std::unique_ptr<runner::Runner>> { return fail(missing(u"The sample has no runner"_s)); },
        .loadConfiguration = []() -> Result<configuration::Configuration> { return sampleConfiguration(); },
        .owner = sample,
    });
}

} // namespace pipeline::app
