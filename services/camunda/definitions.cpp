// SPDX-License-Identifier: Apache-2.0
#include "definitions.h"

#include "engineanswer.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

QString resourceOf(DefinitionType type)
{
    switch (type) {
    case DefinitionType::Process:
        return u"process-definition"_s;
    case DefinitionType::Decision:
        return u"decision-definition"_s;
    case DefinitionType::DecisionRequirements:
        return u"decision-requirements-definition"_s;
    }
    return {};
}

Result<QList<Definition>> definitions(const EngineClient &engine, DefinitionType type, const Query &query,
                                      std::stop_token stop)
{
    const Result<QJsonArray> answer = engine.list({resourceOf(type)}, query, stop);
    if (!answer)
        return fail(answer.error());
    QList<Definition> all;
    for (const QJsonValue &value : *answer)
        all << definitionFromJson(type, value.toObject());
    return all;
}

} // namespace

Definition definitionFromJson(DefinitionType type, const QJsonObject &object)
{
    return {.type = type,
            .id = object.value("id"_L1).toString(),
            .key = object.value("key"_L1).toString(),
            .version = object.value("version"_L1).toInt(),
            .resource = object.value("resource"_L1).toString(),
            .deploymentId = object.value("deploymentId"_L1).toString(),
            .tenant = object.value("tenantId"_L1).toString()};
}

Result<std::optional<Definition>> latestDefinition(const EngineClient &engine, DefinitionType type, const QString &key,
                                                   std::stop_token stop)
{
    const Query query = Query{{u"key"_s, key}, {u"latestVersion"_s, u"true"_s}} + engine.tenant();
    return definitions(engine, type, query, stop).map([](const QList<Definition> &found) {
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<QList<Definition>> definitionsOf(const EngineClient &engine, const QString &deploymentId, std::stop_token stop)
{
    QList<Definition> all;
    for (const DefinitionType type :
         {DefinitionType::Process, DefinitionType::Decision, DefinitionType::DecisionRequirements}) {
        const auto found = definitions(engine, type, {{u"deploymentId"_s, deploymentId}}, stop);
        if (!found)
            return fail(found.error());
        all += *found;
    }
    return all;
}

} // namespace pipeline::camunda
