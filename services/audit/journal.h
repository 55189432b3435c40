// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/actor.h"
#include "models/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <array>
#include <functional>
#include <optional>
#include <stop_token>

namespace pipeline::store {
class Connection;
class Database;
} // namespace pipeline::store

namespace pipeline::audit {

/// What somebody did. The words of `what` are stable: programs filter by them.
struct Act {
    QString what; ///< "item.claimed", "release.approved", "deployment.created", …
    std::optional<qint64> item = {};
    QString releaseRef = {};
    QString environment = {};
    QString manifest = {};
    QJsonObject details = {}; ///< never a secret
};

/// What kind of act an entry records, as people ask for it.
enum class Kind {
    Decision, ///< what a person decided: approvals, rejections, cancellations, retries, redeploys
    Deployment, ///< what was sent, and how an `implantar` item ended
    Settings, ///< credentials, environments and everything else that is not about an item
    Item, ///< the queue's own: inserted, claimed, completed, postponed, …
};

constexpr int KindCount = 4;

/// One entry of the journal, bound to the one before it.
struct Entry {
    qint64 id = 0; ///< 1, 2, 3, … without a gap
    QDateTime at;
    Actor actor;
    QString guarantee; ///< "declarada" or "autenticada"
    Act act;
    QString previous; ///< digest of the entry before; 64 zeros for the first
    QString digest; ///< SHA-256, in hex, over every other field

    /// The digest that the entry's own fields give.
    QString computedDigest() const;
    QJsonObject toJson() const;
};

Kind kindOf(const Act &act);

/// What the reading of the whole chain found.
struct Verdict {
    qint64 entries = 0;
    std::optional<qint64> brokenAt; ///< id of the first entry that does not fit
    QString problem; ///< what does not fit there

    bool isIntact() const { return !brokenAt; }
};

/// All of the conditions must hold; an empty one holds for every entry.
struct Filter {
    std::optional<qint64> item = {};
    QString releaseRef = {};
    qint64 beforeId = 0; ///< 0: from the newest
    int limit = 100;
    QString text = {}; ///< number of an entry or item, start of a digest, or part of act, release, person or details
    QDateTime from = {}; ///< inclusive
    QDateTime until = {}; ///< exclusive
    QList<Kind> kinds = {};
    QStringList actors = {};
    QStringList environments = {};
};

/// How many entries there are of each kind.
struct KindCounts {
    std::array<qint64, KindCount> kinds = {};

    qint64 of(Kind kind) const { return kinds[size_t(kind)]; }
};

/// The values that filters can choose from, sorted.
struct Choices {
    QStringList actors;
    QStringList environments;
};

/// Told while the chain is read: entries that are checked, entries that there are.
using Progress = std::function<void(qint64 checked, qint64 total)>;

/// Appends inside the caller's write transaction, so that an act and its entry are recorded together or not at all.
Result<Entry> append(store::Connection &connection, const Actor &actor, const Act &act);

/// As append(), with a time of the caller's: only for a journal that is made up, as the sample's is.
Result<Entry> appendAt(store::Connection &connection, const QDateTime &at, const Actor &actor, const Act &act);

/// The chained, append-only journal of one backlog.
class Journal {
public:
    explicit Journal(store::Database &database) : m_database(database) {}

    /// Appends an act that changes nothing else in the database.
    Result<Entry> record(const Actor &actor, const Act &act, std::stop_token stop);

    /// Newest first.
    Result<QList<Entry>> list(const Filter &filter, std::stop_token stop) const;

    /// Per kind what the filter lets through, its own kinds left aside.
    Result<KindCounts> counts(const Filter &filter, std::stop_token stop) const;

    /// How many entries there are.
    Result<qint64> size(std::stop_token stop) const;

    Result<Choices> choices(std::stop_token stop) const;

    /// Reads all entries and checks each digest, each link and the numbers. \a progress is called on this thread.
    Result<Verdict> verify(std::stop_token stop, const Progress &progress = {}) const;

private:
    store::Database &m_database;
};

} // namespace pipeline::audit
