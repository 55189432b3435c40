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
/// be seen, and copied beside it. Then branch, files and modules change in an instant, and one restart follows.
class WorkersUpdate {
public:
    /// \a cacheFolder holds the checkouts; all must outlive this.
    WorkersUpdate(store::Database &database, http::Client &http, repository::Mirror &mirror,
                  const workers::WorkerChecks &checks, const configuration::Repository &repository,
                  QString cacheFolder);

    /// Refused when the environment's policy does not allow the commit, Conflict when the clone cannot go there; the
    /// clone is then as it was. Other errors: those of Mirror and of an install.
    Result<Updated> run(Update &update) const;

private:
    /// The modules of a commit, beside the clone, to be moved into it.
    struct Staged {
        QString package; ///< its folder in the clone
        QString folder; ///< its node_modules
    };

    Result<void> requireAllowed(const Update &update, const QString &commit) const;
    Result<QList<Staged>> stageModules(Update &update, const QString &commit) const;
    Result<void> exchange(const QList<Staged> &modules) const;
    Result<void> putBack(const QList<Staged> &modules) const;
    Result<void> restart(Update &update) const;
    /// What is wrong with the workers after their restart; empty when nothing is.
    Result<QString> problem(Update &update) const;

    store::Database &m_database;
    http::Client &m_http;
    repository::Mirror &m_mirror;
    const workers::WorkerChecks &m_checks;
    const configuration::Repository &m_repository;
    const QString m_cacheFolder;
};

} // namespace pipeline::runner
