// SPDX-License-Identifier: Apache-2.0
#include "productplan.h"

#include "models/manifest.h"
#include "ties.h"

#include <QRegularExpression>
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

Result<std::optional<QByteArray>> digestIn(const camunda::EngineClient &engine, const QString &deployment,
                                           const QString &resource, std::stop_token stop)
{
    const auto resources = camunda::resources(engine, deployment, stop);
    if (!resources)
        return fail(resources.error());
    for (const camunda::Resource &entry : *resources) {
        if (entry.name != resource)
            continue;
        const auto bytes = camunda::resourceBytes(engine, deployment, entry.id, stop);
        if (!bytes)
            return fail(bytes.error());
        return std::optional(sha256Hex(*bytes));
    }
    return std::nullopt;
}

/// Of a file without a definition: looks through the product's deployments, the newest first.
Result<std::optional<QByteArray>> digestInDeployments(const camunda::EngineClient &engine, const ReleaseFile &file,
                                                      std::stop_token stop)
{
    static const QRegularExpression stamp(u"\\A\\d{8}-\\d{6}\\z"_s);
    constexpr int page = 50;
    const QString prefix = file.product() + u'-';
    for (int first = 0;; first += page) {
        const auto deployments = camunda::listDeployments(engine, prefix, first, page, stop);
        if (!deployments)
            return fail(deployments.error());
        for (const camunda::Deployment &deployment : *deployments) {
            if (!stamp.match(deployment.name.mid(prefix.size())).hasMatch())
                continue;
            const auto digest = digestIn(engine, deployment.id, file.resource(), stop);
            if (!digest || *digest)
                return digest;
        }
        if (deployments->size() < page)
            return std::nullopt;
    }
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
                                                 std::stop_token stop)
{
    const auto definitions = latestDefinitions(engine, file.facts, stop);
    if (!definitions)
        return fail(definitions.error());
    if (definitions->isEmpty())
        return digestInDeployments(engine, file.file, stop);
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
    QSet<QString> changed; ///< resource names
    for (const PlannedFile &planned : files) {
        const auto digest = deployedDigest(engine, planned, stop);
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
