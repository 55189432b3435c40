// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "approval/approvals.h"
#include "backlog/backlog.h"
#include "configuration/configuration.h"
#include "credentials/credentialstore.h"
#include "http/client.h"
#include "models/contract/artefact.h"
#include "pipeline/updates/updaterunner.h"

#include <QMap>

#include <functional>
#include <memory>

namespace pipeline::ui {

/// The services as the window uses them. Everything here may be called from any thread, and blocks.
struct Services {
    store::Database &database;
    backlog::Backlog &backlog;
    credentials::CredentialStore &credentials;
    http::Client &http;

    /// The approvals of this backlog, with the repositories that tell who prepared a release.
    std::function<Result<std::unique_ptr<approval::Approvals>>(std::stop_token)> approvals;

    /// The files of an artefact at its pinned commit, by path: one, or for a worker's folder all of it.
    std::function<Result<QMap<QString, QByteArray>>(const contract::Artefact &, std::stop_token)> artefactFiles;

    /// A runner for this computer, which writes to the same backlog; the listener hears what its runs write.
    std::function<Result<std::unique_ptr<runner::Runner>>(const Actor &, const events::Listener &, std::stop_token)>
        runner;

    /// The slot for what runs on this computer; gives null where there is nothing to update.
    std::function<Result<std::unique_ptr<runner::UpdateRunner>>(const Actor &, const events::Listener &)> updateRunner =
        {};

    /// Reads pipeline.toml again after it was written.
    std::function<Result<configuration::Configuration>()> loadConfiguration;

    QString configurationFile = {}; ///< what Save writes, also when it is not there yet

    std::shared_ptr<void> owner = {}; ///< keeps what the references point at
};

} // namespace pipeline::ui
