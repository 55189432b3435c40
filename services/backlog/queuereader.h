// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <array>
#include <optional>
#include <stop_token>

namespace pipeline::store {
class Connection;
class Database;
} // namespace pipeline::store

namespace pipeline::backlog {

/// Where an item stands for whoever looks at the queue, the most urgent first.
enum class QueueState {
    Running,
    WaitingApproval, ///< an `aprovar_release` that nobody has decided
    Failed,
    Queued,
    Done, ///< concluido or cancelado
};

constexpr int QueueStateCount = 5;

/// All of the conditions must hold; an empty one holds for every item.
struct QueueFilter {
    QString text = {}; ///< each word begins a word of release, sprint, id, file, product, sha or creator
    QList<QueueState> states = {};
    QStringList types = {};
    QStringList modes = {}; ///< "validar", "implantar"; an empty string stands for items without a mode
    QStringList environments = {};
    QStringList sprints = {};

    bool operator==(const QueueFilter &) const = default;
};

/// What the rows are sorted by. Within equal types, modes and sprints urgency decides, then the others of these; within
/// equal releases the newest item comes first.
enum class QueueOrder {
    Urgency, ///< running, waiting, failed, queued, done; the queued in the order in which they are claimed, of the
             ///< running the oldest first, of the others the newest first
    Type,
    Mode,
    Release,
    Sprint,
    Created, ///< oldest first
};

struct QueueSort {
    QueueOrder order = QueueOrder::Urgency;
    bool descending = false; ///< the exact reverse of the rows

    bool operator==(const QueueSort &) const = default;
};

/// Which part of the sorted rows is wanted.
struct QueueWindow {
    qint64 offset = 0; ///< of the first row
    std::optional<qint64> after = {}; ///< instead: what follows this item, which is as quick at any depth
    int limit = 100;
};

struct ArtefactCounts {
    int bpmn = 0;
    int dmn = 0;
    int form = 0;
    int worker = 0;

    int total() const { return bpmn + dmn + form + worker; }
    bool operator==(const ArtefactCounts &) const = default;
};

/// A stage of an item's latest attempt.
struct QueueStage {
    QString name; ///< "validate", "test", "deploy" or "verify"
    QString status; ///< "running", "success", "failed" or "skipped"
    int done = 0;
    int total = 0;
    int problems = 0; ///< of a failed stage: findings of severity error, failed tests, failed checks

    bool operator==(const QueueStage &) const = default;
};

/// One line of the queue's table.
struct QueueRow {
    qint64 id = 0;
    QueueState state = QueueState::Queued;
    bool cancelled = false; ///< Done as cancelado
    QString type; ///< `tipo`
    QString mode; ///< `modo`, empty when there is none
    QString releaseRef;
    QString sprint;
    QString environment; ///< the default one when the item names none
    ArtefactCounts artefacts;
    QList<QueueStage> stages; ///< in the order in which they were begun
    QString reason; ///< `resultado.motivo`: why it failed or was rejected, when that is in no list
    std::optional<bool> approved; ///< decision of an `aprovar_release`
    QString decidedBy; ///< who decided it, or cancelled the item
    qint64 version = 0; ///< `versao`
    int attempt = 0;
    int maxAttempts = 0;
    int priority = 0;
    QString runner; ///< `reservado_por`: who runs it, or ran it last
    bool cancelRequested = false; ///< running, and somebody asked to cancel it
    QString createdBy;
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime availableAt; ///< when a queued item may be claimed
    QDateTime leaseExpiresAt;
    QDateTime startedAt; ///< of the latest attempt
    std::optional<qint64> finishedInMs; ///< duration of the latest attempt

    bool operator==(const QueueRow &) const = default;
};

/// How many items there are in each state.
struct QueueCounts {
    std::array<qint64, QueueStateCount> states = {};

    qint64 of(QueueState state) const { return states[size_t(state)]; }
    qint64 total() const;
    /// Everything that is not done, the failed included.
    qint64 open() const { return total() - of(QueueState::Done); }

    bool operator==(const QueueCounts &) const = default;
};

/// The values that filters can choose from, sorted; sprints the other way round, so that the newest come first.
struct QueueChoices {
    QStringList types;
    QStringList modes;
    QStringList environments;
    QStringList sprints;
};

/// Something that waits for a person: an open approval, or a deployment that failed and was not tried again since.
struct NeedsYou {
    QueueRow row;
    std::optional<double> coverage; ///< percent of lines; of an approval
    int testsPassed = 0; ///< of the validation that an approval follows
    int errors = 0; ///< findings of that validation
    int warnings = 0;
    QString preparedBy; ///< who inserted that validation: may not approve it where four eyes are asked for
    QString approvedBy; ///< who approved a deployment that failed
};

struct NeedsYouList {
    QList<NeedsYou> rows; ///< oldest first
    qint64 total = 0; ///< also of those beyond the limit
};

/// What the console's queue shows, read from a projection that triggers keep beside the backlog.
///
/// Jumps to any offset and counts stay quick with a million items. Each call is one read transaction.
class QueueReader {
public:
    /// Items that name no environment count as \a defaultEnvironment's.
    QueueReader(store::Database &database, QString defaultEnvironment)
        : m_database(database), m_defaultEnvironment(std::move(defaultEnvironment))
    {}

    /// NotFound when the item of `after` is gone; an item that the filter hides will do.
    Result<QList<QueueRow>> rows(const QueueFilter &filter, QueueSort sort, const QueueWindow &window,
                                 std::stop_token stop) const;

    /// These items, in this order; what is not there any more is left out.
    Result<QList<QueueRow>> rows(const QList<qint64> &ids, std::stop_token stop) const;

    /// How many rows the filter lets through.
    Result<qint64> count(const QueueFilter &filter, std::stop_token stop) const;

    /// Per state what a click on its chip would show: the filter's own states are left aside.
    Result<QueueCounts> counts(const QueueFilter &filter, std::stop_token stop) const;

    /// The item's offset among the rows; nothing when the filter hides it or it is gone.
    Result<std::optional<qint64>> position(qint64 item, const QueueFilter &filter, QueueSort sort,
                                           std::stop_token stop) const;

    Result<QueueChoices> choices(std::stop_token stop) const;

    Result<NeedsYouList> needsYou(int limit, std::stop_token stop) const;

private:
    store::Database &m_database;
    const QString m_defaultEnvironment;
};

} // namespace pipeline::backlog
