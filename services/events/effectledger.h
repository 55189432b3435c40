// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "models/claim.h"
#include "models/contract/pipelineresult.h"
#include "models/result.h"

#include <QJsonObject>
#include <QList>

#include <optional>
#include <stop_token>

namespace pipeline::store {
class Connection;
}

namespace pipeline::events {

/// Something that a run does to the world outside: a deployment, a push, a webhook.
struct Effect {
    QString kind; ///< "deployment", "push", "webhook" or "update"
    QString target; ///< product, branch, address or what is updated
    int number = 1; ///< the how-manieth of its kind and target in this item
    QJsonObject intent; ///< what it takes to do it again, or to ask whether it was done
    std::optional<QJsonObject> answer; ///< nothing: the outcome is unknown
};

/// All effects of an item, in the order in which they were intended, inside the caller's transaction.
Result<QList<Effect>> effectsOf(store::Connection &connection, qint64 item);

/// What the answered ones among the effects of an item brought: the last deployment of each product, the commit that
/// the workers' branch is at, and the manifest that they belong to. The stage counts as failed when there is any, for
/// whether it ended is not known from them.
struct Achieved {
    contract::DeployResult deploy;
    QString manifest; ///< empty when nothing was answered
};
Achieved achieved(const QList<Effect> &effects);

/// Remembers each effect of an item before it is tried and after its answer, over all attempts.
///
/// An effect without an answer may have happened: whoever finds one asks the other side before doing anything again.
class EffectLedger {
public:
    explicit EffectLedger(store::Database &database) : m_database(database) {}

    /// All effects of an item, in the order in which they were intended.
    Result<QList<Effect>> list(qint64 item, std::stop_token stop) const;

    /// Whether an item whose environment is \a environment was about to push \a commit; those that name none are for
    /// the environment as well.
    Result<bool> wasPushed(const QString &commit, const QString &environment, std::stop_token stop) const;

    /// Records the intent. LeaseLost when the claim does not hold.
    Result<Effect> intend(const Claim &claim, const QString &kind, const QString &target, const QJsonObject &intent,
                          std::stop_token stop);

    /// Records the answer and, in the same transaction, the journal's entry for it. What has happened is recorded also
    /// when a run is to stop: its own stop token has no place here.
    Result<void> answer(const Claim &claim, const Effect &effect, const QJsonObject &answer, const audit::Act &act,
                        std::stop_token stop);

private:
    store::Database &m_database;
};

} // namespace pipeline::events
