// SPDX-License-Identifier: Apache-2.0
#include "deployments.h"

#include "engineanswer.h"

#include "http/multipart.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::camunda {
namespace {

constexpr std::chrono::seconds createLimit(60);

Deployment deploymentFromJson(const QJsonObject &object)
{
    Deployment deployment{.id = object.value("id"_L1).toString(),
                          .name = object.value("name"_L1).toString(),
                          .source = object.value("source"_L1).toString(),
                          .tenant = object.value("tenantId"_L1).toString(),
                          .time = QDateTime::fromString(object.value("deploymentTime"_L1).toString(), Qt::ISODate),
                          .definitions = {}};
    for (const auto &[key, type] :
         {std::pair("deployedProcessDefinitions"_L1, DefinitionType::Process),
          std::pair("deployedDecisionDefinitions"_L1, DefinitionType::Decision),
          std::pair("deployedDecisionRequirementsDefinitions"_L1, DefinitionType::DecisionRequirements)}) {
        for (const QJsonValue &value : object.value(key).toObject())
            deployment.definitions << definitionFromJson(type, value.toObject());
    }
    return deployment;
}

Result<QList<Deployment>> deployments(const EngineClient &engine, const Query &query, std::stop_token stop)
{
    const Query sorted{{u"sortBy"_s, u"deploymentTime"_s}, {u"sortOrder"_s, u"desc"_s}};
    const Result<QJsonArray> answer = engine.list({u"deployment"_s}, query + engine.tenant() + sorted, stop);
    if (!answer)
        return fail(answer.error());
    QList<Deployment> all;
    for (const QJsonValue &value : *answer)
        all << deploymentFromJson(value.toObject());
    return all;
}

/// The engine's parser knows no way to quote a quotation mark, cuts blanks at both ends, and lets the last of two
/// equal names win.
Result<void> checkNames(const QList<ResourceFile> &files)
{
    if (files.isEmpty())
        return fail(ErrorCode::InvalidInput, u"A deployment needs at least one file"_s);
    QSet<QString> seen;
    for (const ResourceFile &file : files) {
        const bool hasControl = std::ranges::any_of(file.name, [](QChar c) { return c < u' ' || c == u'\x7f'; });
        if (file.name.isEmpty() || file.name != file.name.trimmed() || file.name.contains(u'"')
            || file.name.endsWith(u'\\') || hasControl) {
            return fail(ErrorCode::InvalidInput, u"%1: the engine cannot store a file of this name"_s.arg(file.name),
                        u"It takes no \" and no control characters, no \\ at the end, and no blanks at the ends"_s,
                        u"Rename the file"_s);
        }
        if (seen.contains(file.name)) {
            return fail(ErrorCode::InvalidInput, u"%1: two files of one deployment have this name"_s.arg(file.name),
                        u"The engine would silently keep the last one only"_s, u"Rename one of them"_s);
        }
        seen << file.name;
    }
    return {};
}

} // namespace

Result<QList<Deployment>> findDeployments(const EngineClient &engine, const QString &name, const QString &source,
                                          std::stop_token stop)
{
    return deployments(engine, {{u"name"_s, name}, {u"source"_s, source}}, stop);
}

Result<QList<Deployment>> listDeployments(const EngineClient &engine, const QString &prefix, int first, int count,
                                          std::stop_token stop)
{
    return deployments(engine,
                       {{u"nameLike"_s, startsWithPattern(prefix)},
                        {u"firstResult"_s, QString::number(first)},
                        {u"maxResults"_s, QString::number(count)}},
                       stop);
}

Result<std::variant<Deployment, Rejection>> createDeployment(const EngineClient &engine,
                                                             const NewDeployment &deployment, std::stop_token stop)
{
    if (const Result<void> names = checkNames(deployment.files); !names)
        return fail(names.error());

    http::Multipart form;
    form.addField(u"deployment-name"_s, deployment.name);
    form.addField(u"deployment-source"_s, deployment.source);
    form.addField(u"enable-duplicate-filtering"_s, u"true"_s);
    form.addField(u"deploy-changed-only"_s, u"true"_s);
    if (!engine.environment().tenant.isEmpty())
        form.addField(u"tenant-id"_s, engine.environment().tenant);
    for (qsizetype i = 0; i < deployment.files.size(); ++i)
        form.addFile(u"file%1"_s.arg(i), deployment.files[i].name, deployment.files[i].bytes);

    const Result<http::Response> answer = engine.send({.method = "POST",
                                                       .path = {u"deployment"_s, u"create"_s},
                                                       .contentType = form.contentType(),
                                                       .body = form.body(),
                                                       .timeLimit = createLimit},
                                                      stop);
    if (!answer)
        return fail(answer.error());
    const std::optional<EngineFault> fault = engineFault(*answer);
    if ((answer->status == 400 || answer->status == 500) && fault && fault->isVerdict())
        return rejectionOf(*fault, deployment.files);
    if (!answer->isSuccess())
        return fail(answerError(engine.environment(), *answer));

    const Result<QJsonObject> object = jsonObject(engine.environment(), *answer);
    if (!object)
        return fail(object.error());
    const Deployment created = deploymentFromJson(*object);
    if (created.id.isEmpty())
        return fail(notAnEngineError(engine.environment()));
    return created;
}

Result<QList<Resource>> resources(const EngineClient &engine, const QString &deploymentId, std::stop_token stop)
{
    const Result<QJsonArray> answer = engine.list({u"deployment"_s, deploymentId, u"resources"_s}, {}, stop);
    if (!answer)
        return fail(answer.error());
    QList<Resource> all;
    for (const QJsonValue &value : *answer)
        all << Resource{value.toObject().value("id"_L1).toString(), value.toObject().value("name"_L1).toString()};
    return all;
}

Result<QByteArray> resourceBytes(const EngineClient &engine, const QString &deploymentId, const QString &resourceId,
                                 std::stop_token stop)
{
    return engine.bytes({u"deployment"_s, deploymentId, u"resources"_s, resourceId, u"data"_s}, stop);
}

} // namespace pipeline::camunda
