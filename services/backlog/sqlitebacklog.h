// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog.h"

namespace pipeline::store {
class Connection;
class Database;
} // namespace pipeline::store

namespace pipeline::backlog {

/// The backlog in an embedded SQLite file.
class SqliteBacklog : public Backlog {
public:
    explicit SqliteBacklog(store::Database &database) : m_database(database) {}

    Result<contract::BacklogItem> insert(const contract::NewItem &item, const Actor &actor,
                                         std::stop_token stop) override;
    Result<std::optional<contract::BacklogItem>> claim(const Capabilities &capabilities, const Actor &runner,
                                                       std::chrono::milliseconds lease, std::stop_token stop) override;
    Result<std::optional<contract::BacklogItem>> claimUpdate(const QString &server, const Actor &runner,
                                                             std::chrono::milliseconds lease,
                                                             std::stop_token stop) override;
    Result<Pulse> extend(const Claim &claim, std::chrono::milliseconds lease, std::stop_token stop) override;
    Result<Pulse> pulse(const Claim &claim, std::stop_token stop) override;
    Result<std::optional<qint64>> complete(const Claim &claim, const Completion &completion,
                                           std::stop_token stop) override;
    Result<void> postpone(const Claim &claim, std::chrono::milliseconds pause, const QString &reason,
                          std::stop_token stop) override;
    Result<contract::BacklogItem> cancel(qint64 item, const Actor &actor, std::stop_token stop) override;
    Result<contract::BacklogItem> retry(qint64 item, const Actor &actor, std::stop_token stop) override;
    Result<std::optional<contract::BacklogItem>> decide(const DecisionOnItem &decision, const Actor &actor,
                                                        std::stop_token stop) override;
    Result<contract::BacklogItem> item(qint64 id, std::stop_token stop) override;
    Result<QList<contract::BacklogItem>> list(const Query &query, std::stop_token stop) override;
    Result<QList<Arrival>> arrivals(const QString &environment, qint64 beforeId, std::stop_token stop) override;
    Result<QList<contract::BacklogItem>> unclaimable(const Capabilities &capabilities, std::stop_token stop) override;

private:
    store::Database &m_database;
};

} // namespace pipeline::backlog
