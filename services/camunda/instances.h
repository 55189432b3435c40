// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

namespace pipeline::camunda {

/// A process instance, running or ended.
struct Instance {
    QString id;
    QString definitionId;
    QString definitionKey;
    QString businessKey;
    bool ended = false;

    bool operator==(const Instance &) const = default;
};

/// Starts the latest version of the process \a key with plain values as variables. Sent once: when the outcome is
/// unknown, findInstances() tells by the business key. NotFound for an unknown key.
Result<Instance> startProcess(const EngineClient &engine, const QString &key, const QString &businessKey,
                              const QJsonObject &variables, std::stop_token stop);

/// Running and ended instances whose business key begins with \a prefix, without those that they called. Known from
/// the engine's history, as is all below.
Result<QList<Instance>> findInstances(const EngineClient &engine, const QString &prefix, std::stop_token stop);

/// NotFound when it was deleted with its history, or the engine keeps none.
Result<Instance> instance(const EngineClient &engine, const QString &id, std::stop_token stop);

/// Whether the instance is at the activity, or was.
Result<bool> hasReached(const EngineClient &engine, const QString &instanceId, const QString &activityId,
                        std::stop_token stop);

/// Ends the instance and those that it called, without listeners, and removes the history of all of them. One that
/// is gone already is no error.
Result<void> deleteInstance(const EngineClient &engine, const QString &id, std::stop_token stop);

} // namespace pipeline::camunda
