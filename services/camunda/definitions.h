// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

#include <optional>

namespace pipeline::camunda {

enum class DefinitionType { Process, Decision, DecisionRequirements };

/// One version of a process, decision or decision requirements definition.
struct Definition {
    DefinitionType type = DefinitionType::Process;
    QString id; ///< unlike the version, never given twice
    QString key;
    int version = 0;
    QString resource; ///< name within the deployment
    QString deploymentId;
    QString tenant;

    bool operator==(const Definition &) const = default;
};

Definition definitionFromJson(DefinitionType type, const QJsonObject &object);

/// The latest version of the definition with \a key, of the environment's tenant; nothing when there is none.
Result<std::optional<Definition>> latestDefinition(const EngineClient &engine, DefinitionType type, const QString &key,
                                                   std::stop_token stop);

/// All definitions that a deployment holds; none for an unknown deployment.
Result<QList<Definition>> definitionsOf(const EngineClient &engine, const QString &deploymentId, std::stop_token stop);

} // namespace pipeline::camunda
