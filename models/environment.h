// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace pipeline {

/// What DEPLOY demands of a release before it sends anything.
enum class Policy { None, Validated, Approved };

enum class HistoryTimeToLive { Required, Optional };
enum class SmokeTests { None, Decisions, All };
enum class OnFailure { Keep, Rollback };
enum class WorkerTrigger { Webhook, Push };
enum class Authentication { None, Basic, Bearer };

/// One engine with its workers, and the rules that a release must meet to go there.
struct Environment {
    QString name;
    QUrl engine; ///< without /engine-rest, see engineRest()
    QString user; ///< of basic authentication
    Authentication authentication = Authentication::None;
    bool production = false;
    Policy policy = Policy::Validated;
    int approvalValidDays = 14;
    HistoryTimeToLive historyTimeToLive = HistoryTimeToLive::Required;
    double minimumCoverage = 0; ///< percent of lines; 0 demands nothing
    SmokeTests smoke = SmokeTests::Decisions;
    OnFailure onFailure = OnFailure::Keep;
    int settleSeconds = 10; ///< how long VERIFY waits for workers and incidents to settle
    QByteArray timeZone; ///< IANA name; empty: the local one
    QString tenant;
    QUrl cockpit;
    QString caFile;
    QString clientCertificate;
    QString clientKey;
    bool allowPlainHttp = false; ///< plain http to a host that is not local
    QUrl workerWebhook;
    WorkerTrigger workerTrigger = WorkerTrigger::Webhook;
    QList<QUrl> workerHealth;

    bool operator==(const Environment &) const = default;

    /// The REST root: the engine's address with /engine-rest, and no slash at the end.
    QUrl engineRest() const;

    /// Name of the secret that holds the engine's password or token.
    QString engineSecret() const { return QStringLiteral("camunda.") + name; }
    QString webhookSecret() const { return QStringLiteral("webhook.") + name; }
};

} // namespace pipeline
