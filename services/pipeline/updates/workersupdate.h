// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "update.h"

#include "configuration/configuration.h"
#include "http/client.h"
#include "repository/clone.h"
#include "workers/workerchecks.h"

namespace pipeline::store {
class Database;
}

namespace pipeline::runner {

/// Brings the clone that the workers run from to a commit and restarts them; back to where it was when they do not
/// answer then.
///
/// What is slow and what can fail comes first: the modules are installed in a checkout, where nothing of the clone can
/// be seen, and copied beside it. Then branch, files and modules change in an instant, and one restart follows. Who
/// cancels after that gets the way back. An attempt that was cut off is taken up by the next.
class WorkersUpdate {
public:
    /// \a cacheFolder holds the checkouts; all must outlive this.
    WorkersUpdate(store::Database &database, http::Client &http, repository::Mirror &mirror,
                  const workers::WorkerChecks &checks, const configuration::Repository &repository,
                  QString cacheFolder);

    /// Refused when the environment's policy does not allow the commit, Conflict when the clone cannot go there; the
    /// clone is then as it was. Other errors: those of Mirror and of an install, Storage.
    Result<Updated> run(Update &update) const;

private:
    /// The modules of one package of the commit.
    struct Modules {
        QString place; ///< node_modules in the clone
        QString fresh; ///< where they wait beside it
        QString before; ///< where those of before are put
    };

    Result<void> requireAllowed(const Update &update, const QString &commit) const;
    Result<QList<Modules>> stageModules(Update &update, const QString &commit, const QString &folder) const;
    /// Restarts the workers and says what is wrong with them then; empty when nothing is.
    Result<QString> restart(Update &update, std::stop_token stop) const;

    store::Database &m_database;
    http::Client &m_http;
    repository::Mirror &m_mirror;
    const workers::WorkerChecks &m_checks;
    const configuration::Repository &m_repository;
    const QString m_cacheFolder;
};

} // namespace pipeline::runner
