// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "event.h"

#include "models/claim.h"
#include "models/result.h"

#include <QList>

#include <optional>
#include <span>
#include <stop_token>

namespace pipeline::store {
class Connection;
class Database;
} // namespace pipeline::store

namespace pipeline::events {

/// Writes events inside the caller's write transaction.
Result<QList<Event>> append(store::Connection &connection, qint64 item, int attempt, std::span<const NewEvent> events);

/// Writes one event inside the caller's write transaction.
Result<Event> append(store::Connection &connection, qint64 item, int attempt, const QString &kind,
                     const QJsonObject &payload);

/// LeaseLost unless \a claim still holds its item.
Result<void> requireClaim(store::Connection &connection, const Claim &claim);

/// One attempt at an item.
struct Attempt {
    int number = 0;
    QString runner;
    QString host;
    QDateTime startedAt;
    QDateTime endedAt; ///< invalid while it runs
    QString outcome; ///< the item's new estado, or "lost"
    QString reason;
};

/// Where a stage of an attempt stands.
struct StageState {
    int attempt = 0;
    QString stage; ///< "validate", "test", "deploy" or "verify"
    QString status; ///< "running", "success", "failed" or "skipped"
    QDateTime startedAt;
    QDateTime endedAt;
    int done = 0;
    int total = 0;
    QString step; ///< what it is at
};

/// The events of all runs, for whoever follows them from any process.
class EventStore {
public:
    explicit EventStore(store::Database &database) : m_database(database) {}

    /// Events after \a id, oldest first, of one item or of all.
    Result<QList<Event>> since(qint64 id, std::optional<qint64> item, int limit, std::stop_token stop) const;

    /// The id of the newest event, 0 when there is none: where following starts.
    Result<qint64> newestId(std::stop_token stop) const;

    Result<QList<Attempt>> attempts(qint64 item, std::stop_token stop) const;

    /// All stages of all attempts, in the order in which they were begun.
    Result<QList<StageState>> stages(qint64 item, std::stop_token stop) const;

private:
    store::Database &m_database;
};

} // namespace pipeline::events
