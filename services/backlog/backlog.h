// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/actor.h"
#include "models/claim.h"
#include "models/contract/approval.h"
#include "models/contract/backlogitem.h"
#include "models/result.h"

#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>
#include <stop_token>

namespace pipeline::backlog {

/// What a runner is able to do; it claims nothing else.
struct Capabilities {
    bool validate = false; ///< the tools of `validar` are there
    QStringList environments; ///< `implantar` for these
    QString defaultEnvironment; ///< of items that name none
};

/// What a heartbeat brings back.
struct Pulse {
    QString cancelRequestedBy; ///< empty: go on
};

/// How an attempt that ends the item ended it.
struct Completion {
    contract::ItemState state = contract::ItemState::Done; ///< Done, Failed or Cancelled
    QJsonObject result;
    std::optional<contract::NewItem> follower; ///< inserted in the same transaction
    QString environment; ///< for the journal
};

/// What was looked at when an approval was decided.
struct DecisionOnItem {
    qint64 item = 0; ///< the `aprovar_release` item
    qint64 version = 0; ///< its `versao` as it was shown
    bool approved = false;
    QString reason;
};

/// An `implantar` item that brought something to an environment, whatever became of it afterwards.
struct Arrival {
    contract::BacklogItem item;
    QString manifest; ///< of what it brought
};

struct Query {
    QStringList types = {};
    QString mode = {}; ///< "validar" or "implantar"
    QList<contract::ItemState> states = {};
    QString environment = {}; ///< `contexto.ambiente`
    QString defaultEnvironment = {}; ///< of items that name none
    QString releaseRef = {};
    QString manifest = {}; ///< of `resultado.manifesto`
    std::optional<qint64> origin = {}; ///< items that follow this one
    qint64 beforeId = 0; ///< 0: from the newest
    int limit = 100;
};

/// The queue of work that every system shares, newest entry last.
///
/// Each call is one transaction on the database's clock; any number of processes may call at once. An error leaves
/// nothing behind. What an item's claim, completion, approval, cancellation or retry does is written to the journal in
/// the same transaction. LeaseLost comes from every call that takes a Claim when another claim was made since, when the
/// item has ended, or when the lease ran out and somebody took it: the caller must stop and write nothing.
class Backlog {
public:
    virtual ~Backlog() = default;

    /// Inserts, or gives the row that has the same idempotency key already.
    virtual Result<contract::BacklogItem> insert(const contract::NewItem &item, const Actor &actor,
                                                 std::stop_token stop) = 0;

    /// Takes the next item that \a capabilities allow: the highest priority, then the oldest; a pending one that is
    /// available, or one whose lease has ended. One `implantar` of an environment runs at a time, and none while a
    /// deployment there may still be under way at the engine that got no answer in the last 65 s. Items that were begun
    /// max_tentativas times and lost their runner end as falhou on the way. An item whose modo or ambiente cannot be
    /// read may be taken by anybody, so that it ends with the reason.
    virtual Result<std::optional<contract::BacklogItem>> claim(const Capabilities &capabilities, const Actor &runner,
                                                               std::chrono::milliseconds lease,
                                                               std::stop_token stop) = 0;

    /// Takes the next `atualizar_servidor` item of the host \a server, as claim() does.
    virtual Result<std::optional<contract::BacklogItem>> claimUpdate(const QString &server, const Actor &runner,
                                                                     std::chrono::milliseconds lease,
                                                                     std::stop_token stop) = 0;

    /// Makes the lease last for at least \a lease from now; never shortens it.
    virtual Result<Pulse> extend(const Claim &claim, std::chrono::milliseconds lease, std::stop_token stop) = 0;

    /// Whether the claim still holds and whether somebody asks to cancel; changes nothing.
    virtual Result<Pulse> pulse(const Claim &claim, std::stop_token stop) = 0;

    /// Ends the item and inserts its follower; gives the follower's id when there is one.
    virtual Result<std::optional<qint64>> complete(const Claim &claim, const Completion &completion,
                                                   std::stop_token stop) = 0;

    /// Gives the item back as pendente, to be available after \a pause. Cancelled, with nothing changed, when somebody
    /// has asked to cancel it: it is to be completed so.
    virtual Result<void> postpone(const Claim &claim, std::chrono::milliseconds pause, const QString &reason,
                                  std::stop_token stop) = 0;

    /// Ends a pending item as cancelado; asks the runner of a running one to stop. Conflict when it has ended.
    virtual Result<contract::BacklogItem> cancel(qint64 item, const Actor &actor, std::stop_token stop) = 0;

    /// Makes an `executar_pipeline` item that is falhou or cancelado pending again. Conflict otherwise.
    virtual Result<contract::BacklogItem> retry(qint64 item, const Actor &actor, std::stop_token stop) = 0;

    /// Records a decision and, when it approves, inserts the `implantar` item; gives that item. Conflict when the row
    /// is not the version that was looked at, or is not open any more.
    virtual Result<std::optional<contract::BacklogItem>> decide(const DecisionOnItem &decision, const Actor &actor,
                                                                std::stop_token stop) = 0;

    /// NotFound when there is no such item.
    virtual Result<contract::BacklogItem> item(qint64 id, std::stop_token stop) = 0;

    /// Newest first.
    virtual Result<QList<contract::BacklogItem>> list(const Query &query, std::stop_token stop) = 0;

    /// The items that reached \a environment, newest first: those that are done there, and those of which the engine
    /// took a deployment or the remote a push. At most 100, those before \a beforeId unless that is 0.
    virtual Result<QList<Arrival>> arrivals(const QString &environment, qint64 beforeId, std::stop_token stop) = 0;

    /// The pending `executar_pipeline` items that are available now but that \a capabilities do not allow.
    virtual Result<QList<contract::BacklogItem>> unclaimable(const Capabilities &capabilities,
                                                             std::stop_token stop) = 0;
};

} // namespace pipeline::backlog
