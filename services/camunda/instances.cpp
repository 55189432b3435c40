// SPDX-License-Identifier: Apache-2.0
#include "instances.h"

#include "engineanswer.h"
#include "variables.h"

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

const QStringList &history()
{
    static const QStringList path{u"history"_s, u"process-instance"_s};
    return path;
}

Instance instanceFromHistory(const QJsonObject &object)
{
    return {.id = object.value("id"_L1).toString(),
            .definitionId = object.value("processDefinitionId"_L1).toString(),
            .definitionKey = object.value("processDefinitionKey"_L1).toString(),
            .businessKey = object.value("businessKey"_L1).toString(),
            .ended = object.value("endTime"_L1).isString()};
}

Result<QList<Instance>> instances(const EngineClient &engine, const Query &query, std::stop_token stop)
{
    const Result<QJsonArray> answer = engine.list(history(), query, stop);
    if (!answer)
        return fail(answer.error());
    QList<Instance> all;
    for (const QJsonValue &value : *answer)
        all << instanceFromHistory(value.toObject());
    return all;
}

/// The instance and those that it called, directly or not.
Result<QStringList> family(const EngineClient &engine, const QString &id, std::stop_token stop)
{
    QStringList ids{id};
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto called = instances(engine, {{u"superProcessInstanceId"_s, ids[i]}}, stop);
        if (!called)
            return fail(called.error());
        for (const Instance &child : *called)
            ids << child.id;
    }
    return ids;
}

Result<void> removeIfThere(const EngineClient &engine, const QStringList &path, const Query &query,
                           std::stop_token stop)
{
    const Result<void> removed = engine.remove(path, query, stop);
    if (!removed && removed.error().code != ErrorCode::NotFound)
        return removed;
    return {};
}

} // namespace

Result<Instance> startProcess(const EngineClient &engine, const QString &key, const QString &businessKey,
                              const QJsonObject &variables, std::stop_token stop)
{
    const QStringList path = pathOfKey(engine.environment(), u"process-definition"_s, key, u"start"_s);
    const QJsonObject body{{u"businessKey"_s, businessKey}, {u"variables"_s, toEngineVariables(variables)}};
    return engine.post(path, body, stop)
        .and_then([&](const http::Response &response) { return jsonObject(engine.environment(), response); })
        .map([&](const QJsonObject &started) {
            return Instance{.id = started.value("id"_L1).toString(),
                            .definitionId = started.value("definitionId"_L1).toString(),
                            .definitionKey = key,
                            .businessKey = started.value("businessKey"_L1).toString(),
                            .ended = started.value("ended"_L1).toBool()};
        });
}

Result<QList<Instance>> findInstances(const EngineClient &engine, const QString &prefix, std::stop_token stop)
{
    return instances(
        engine,
        {{u"processInstanceBusinessKeyLike"_s, startsWithPattern(prefix)}, {u"rootProcessInstances"_s, u"true"_s}},
        stop);
}

Result<Instance> instance(const EngineClient &engine, const QString &id, std::stop_token stop)
{
    return engine.object(history() + QStringList{id}, {}, stop).map(instanceFromHistory);
}

Result<bool> hasReached(const EngineClient &engine, const QString &instanceId, const QString &activityId,
                        std::stop_token stop)
{
    return engine
        .count({u"history"_s, u"activity-instance"_s},
               {{u"processInstanceId"_s, instanceId}, {u"activityId"_s, activityId}}, stop)
        .map([](int count) { return count > 0; });
}

Result<void> deleteInstance(const EngineClient &engine, const QString &id, std::stop_token stop)
{
    const Result<QStringList> ids = family(engine, id, stop);
    if (!ids)
        return fail(ids.error());
    const Query quietly{{u"skipCustomListeners"_s, u"true"_s}, {u"skipIoMappings"_s, u"true"_s}};
    if (Result<void> ended = removeIfThere(engine, {u"process-instance"_s, id}, quietly, stop); !ended)
        return ended;
    for (const QString &one : *ids) {
        if (Result<void> removed = removeIfThere(engine, history() + QStringList{one}, {}, stop); !removed)
            return removed;
    }
    return {};
}

} // namespace pipeline::camunda
