// SPDX-License-Identifier: Apache-2.0
#include "consoleservices.h"

#include "composition.h"

#include "ui/common/background.h"

#include <mutex>

namespace pipeline::app {

namespace {

/// A Composition that several threads of the window may ask.
struct Shared {
    Shared(const configuration::Configuration &configuration, const QProcessEnvironment &environment)
        : composition(configuration, environment)
    {}

    std::mutex mutex;
    Composition composition;
};

} // namespace

Result<std::shared_ptr<ui::Services>> openServices(const LoadConfiguration &load,
                                                   const QProcessEnvironment &environment)
{
    const auto configuration = load();
    if (!configuration)
        return fail(configuration.error());
    auto shared = std::make_shared<Shared>(*configuration, environment);
    Composition &composition = shared->composition;
    const auto database = composition.database();
    if (!database)
        return fail(database.error());
    const auto backlog = composition.backlog();
    if (!backlog)
        return fail(backlog.error());
    auto *services = new ui::Services{
        .database = **database,
        .backlog = **backlog,
        .credentials = composition.credentials(),
        .http = composition.http(),
        .approvals =
            [raw = shared.get()](std::stop_token) {
                const std::lock_guard lock(raw->mutex);
                return raw->composition.approvals();
            },
        .artefactFiles =
            [raw = shared.get()](const contract::Artefact &artefact, std::stop_token stop) {
                const std::lock_guard lock(raw->mutex);
                return raw->composition.artefactFiles(artefact, stop);
            },
        .runner =
            [raw = shared.get()](const Actor &actor, const events::Listener &listener, std::stop_token stop) {
                const std::lock_guard lock(raw->mutex);
                return raw->composition.runner(actor, {.listener = listener}, stop);
            },
        .updateRunner =
            [raw = shared.get()](const Actor &actor, const events::Listener &listener) {
                const std::lock_guard lock(raw->mutex);
                return raw->composition.updateRunner(actor, {.listener = listener});
            },
        .loadConfiguration = load,
        .configurationFile = configuration->file.isEmpty() ? configuration::defaultConfigurationFile(environment)
                                                           : configuration->file,
        .owner = shared,
    };
    // The last to let go of them may be the window's thread, which must not wait for theirs.
    return std::shared_ptr<ui::Services>(services, [](ui::Services *old) { ui::runInPool([old] { delete old; }); });
}

} // namespace pipeline::app
