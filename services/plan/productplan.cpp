// SPDX-License-Identifier: Apache-2.0
#include "productplan.h"

#include "models/manifest.h"
#include "ties.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace pipeline::plan {

namespace {

QStringList pathsOf(const QList<PlannedFile> &files)
{
    QStringList paths;
    for (const PlannedFile &planned : files)
        paths << planned.file.artefact.path;
    return paths;
}

Result<std::optional<QByteArray>> digestOf(const camunda::EngineClient &engine, const ProductDeployments::Place &place,
                                           std::stop_token stop)
{
    const auto bytes = camunda::resourceBytes(engine, place.deployment, place.resource, stop);
    return bytes ? Result<std::optional<QByteArray>>(sha256Hex(*bytes)) : fail(bytes.error());
}

Result<std::optional<QByteArray>> digestIn(const camunda::EngineClient &engine, const QString &deployment,
                                           const QString &resource, std::stop_token stop)
{
    const auto resources = camunda::resources(engine, deployment, stop);
    if (!resources)
        return fail(resources.error());
    for (const camunda::Resource &entry : *resources) {
        if (entry.name == resource)
            return digestOf(engine, {deployment, entry.id}, stop);
    }
    return std::nullopt;
}

} // namespace

QStringList ProductPlan::sentPaths() const
{
    return pathsOf(send);
}

QStringList ProductPlan::unchangedPaths() const
{
    return pathsOf(unchanged);
}

Result<QList<std::optional<camunda::Definition>>> latestDefinitions(const camunda::EngineClient &engine,
                                                                    const DefinitionFacts &facts, std::stop_token stop)
{
    QList<std::optional<camunda::Definition>> definitions;
    const auto add = [&](camunda::DefinitionType type, const QString &key) -> Result<void> {
        const auto definition = camunda::latestDefinition(engine, type, key, stop);
        if (!definition)
            return fail(definition.error());
        definitions << *definition;
        return {};
    };
    for (const ProcessFact &process : facts.processes) {
        if (!process.executable)
            continue;
        if (const auto added = add(camunda::DefinitionType::Process, process.id); !added)
            return fail(added.error());
    }
    for (const DecisionFact &decision : facts.decisions) {
        if (!decision.hasLogic)
            continue;
        if (const auto added = add(camunda::DefinitionType::Decision, decision.id); !added)
            return fail(added.error());
    }
    return definitions;
}

Result<std::optional<QByteArray>> deployedDigest(const camunda::EngineClient &engine, const PlannedFile &file,
                                                 ProductDeployments &deployments, std::stop_token stop)
{
    const auto definitions = latestDefinitions(engine, file.facts, stop);
    if (!definitions)
        return fail(definitions.error());
    if (definitions->isEmpty()) {
        const auto place = deployments.find(file.file.resource(), stop);
        if (!place)
            return fail(place.error());
        return *place ? digestOf(engine, **place, stop) : Result<std::optional<QByteArray>>(std::nullopt);
    }
    std::optional<QByteArray> common;
    for (const auto &definition : *definitions) {
        if (!definition)
            return std::nullopt;
        const auto digest = digestIn(engine, definition->deploymentId, definition->resource, stop);
        if (!digest)
            return digest;
        if (!*digest || (common && *common != **digest))
            return std::nullopt;
        common = *digest;
    }
    return common;
}

Result<ProductPlan> planProduct(const camunda::EngineClient &engine, const QString &product,
                                const QList<PlannedFile> &files, std::stop_token stop)
{
    ProductDeployments deployments(engine, product);
    QSet<QString> changed; ///< resource names
    for (const PlannedFile &planned : files) {
        const auto digest = deployedDigest(engine, planned, deployments, stop);
        if (!digest)
            return fail(digest.error());
        if (*digest != planned.file.sha256)
            changed << planned.file.resource();
    }
    const QSet<QString> sent = withTied(changed, files);
    ProductPlan plan{product, {}, {}};
    for (const PlannedFile &planned : files)
        (sent.contains(planned.file.resource()) ? plan.send : plan.unchanged) << planned;
    return plan;
}

} // namespace pipeline::plan
