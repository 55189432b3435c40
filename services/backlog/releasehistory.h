// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/eventstore.h"
#include "models/contract/approval.h"
#include "models/contract/backlogitem.h"
#include "queuereader.h"

namespace pipeline::backlog {

/// Where a release stands: as its furthest open item; without one as its last `implantar`, else its last decision or
/// `validar`.
enum class ReleaseState {
    Validating,
    Deploying,
    WaitingApproval,
    Failed,
    Queued,
    Validated, ///< it passed `validar` and nothing followed
    Succeeded, ///< it was deployed and runs in an environment
    Replaced, ///< it was deployed, and other releases run there now
    Rejected,
    Cancelled,
};

constexpr int ReleaseStateCount = 10;

/// What became of a release in one environment.
enum class EnvironmentState {
    None, ///< it never went there
    RunsNow,
    Deploying,
    Failed,
    Replaced,
    Unknown, ///< a deployment was cancelled after it had begun
};

enum class ReleaseGrouping { None, Sprint, State };

struct ReleaseFilter {
    QString text = {}; ///< as in QueueFilter
    QList<ReleaseState> states = {};
    bool inAnEnvironment = false; ///< only what runs now somewhere
    QStringList preparedBy = {};
    QStringList products = {};
    QString environment = {}; ///< only releases that have an item for it

    bool operator==(const ReleaseFilter &) const = default;
};

/// One line of the Releases page.
struct ReleaseRow {
    QString releaseRef;
    QString sprint; ///< of its newest item
    ReleaseState state = ReleaseState::Queued;
    QueueRow current; ///< the item that the state comes from
    ArtefactCounts artefacts;
    QList<EnvironmentState> environments; ///< in the order that was asked for
    QString preparedBy; ///< who inserted its first item
    QDateTime updatedAt; ///< of the newest change of its items
    qint64 first = 0; ///< id of its first item: rows are sorted by it, the newest first
};

/// A head line of the grouped table.
struct ReleaseGroup {
    QString sprint; ///< when grouped by sprint
    ReleaseState state = ReleaseState::Queued; ///< when grouped by state
    std::array<qint64, ReleaseStateCount> states = {};

    qint64 total() const;
    qint64 of(ReleaseState wanted) const { return states[size_t(wanted)]; }
};

/// Which of the releases of a filter are wanted.
struct ReleaseWindow {
    std::optional<QString> sprint = {}; ///< only this group
    std::optional<ReleaseState> state = {}; ///< only this group
    qint64 before = 0; ///< only rows whose `first` is smaller; 0: from the newest
    int limit = 100;
};

/// An item of a release with all that happened to it.
struct HistoryItem {
    contract::BacklogItem item;
    QList<events::Attempt> attempts; ///< newest first
    QList<events::StageState> stages; ///< of all attempts, in the order in which they were begun
    std::optional<contract::Decision> decision;
    QString manifest; ///< the bytes that it was about; empty when it never got to them
};

/// Everything about one `release_ref`.
struct ReleaseDetails {
    ReleaseRow release;
    QList<HistoryItem> items; ///< newest first
    QStringList manifests; ///< the different bytes that went under this name, the newest first
};

/// A file that a release is made of.
struct ReleaseFile {
    QueueRow item; ///< ReleaseRow::current of its release
    QString path;
    QString kind; ///< "bpmn", "dmn", "form" or "worker"

    QString name() const;
    QString product() const;
};

/// What the console shows of releases, read from projections that triggers keep beside the backlog.
class ReleaseHistory {
public:
    /// Items that name no environment count as \a defaultEnvironment's.
    ReleaseHistory(store::Database &database, QString defaultEnvironment)
        : m_database(database), m_defaultEnvironment(std::move(defaultEnvironment))
    {}

    /// Newest first; \a environments are the ones whose cells are wanted.
    Result<QList<ReleaseRow>> rows(const ReleaseFilter &filter, const ReleaseWindow &window,
                                   const QStringList &environments, std::stop_token stop) const;

    /// The groups with their figures: sprints the newest first, or states in their order; one group for None.
    Result<QList<ReleaseGroup>> groups(const ReleaseFilter &filter, ReleaseGrouping grouping,
                                       std::stop_token stop) const;

    /// How many releases of the filter run now in an environment, its own inAnEnvironment left aside.
    Result<qint64> countInAnEnvironment(const ReleaseFilter &filter, std::stop_token stop) const;

    /// Files whose names have every word of \a text, of the newest releases first.
    Result<QList<ReleaseFile>> files(const QString &text, int limit, std::stop_token stop) const;

    /// Who prepared releases, sorted.
    Result<QStringList> preparers(std::stop_token stop) const;

    /// NotFound when no item has that release_ref.
    Result<ReleaseDetails> details(const QString &releaseRef, const QStringList &environments,
                                   std::stop_token stop) const;

private:
    store::Database &m_database;
    const QString m_defaultEnvironment;
};

} // namespace pipeline::backlog
