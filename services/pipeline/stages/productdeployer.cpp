// SPDX-License-Identifier: Apache-2.0
#include "productdeployer.h"

#include <QJsonArray>
#include <QMap>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::ProductDeployment;

namespace {

const QString Kind = u"deployment"_s;
constexpr auto RequestLimit = std::chrono::seconds(60);

QStringList textList(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list << entry.toString();
    return list;
}

/// The files of \a files at \a paths.
QList<plan::PlannedFile> selected(const QList<plan::PlannedFile> &files, const QStringList &paths)
{
    QList<plan::PlannedFile> found;
    std::ranges::copy_if(files, std::back_inserter(found),
                         [&](const plan::PlannedFile &planned) { return paths.contains(planned.file.artefact.path); });
    return found;
}

} // namespace

Result<std::optional<ProductDeployment>> ProductDeployer::deploy(const QString &product,
                                                                 const QList<plan::PlannedFile> &files)
{
    const auto settled = earlier(product, files);
    if (!settled)
        return fail(settled.error());
    if (settled->refused)
        return std::nullopt;
    const auto plan = plan::planProduct(m_engine, product, files, m_run.stop);
    if (!plan)
        return fail(plan.error());
    if (plan->send.isEmpty()) {
        m_run.info(product, u"The engine has all %1 files byte for byte; nothing to send"_s.arg(files.size()));
        // What an earlier attempt of this item sent is still this item's deployment.
        ProductDeployment deployment = settled->last.value_or(ProductDeployment());
        deployment.product = product;
        deployment.unchanged = plan->unchangedPaths();
        deployment.unchanged.removeIf([&](const QString &path) { return deployment.sent.contains(path); });
        return deployment;
    }
    const QJsonObject intent{{u"nome"_s, newName(product)},
                             {u"source"_s, u"prometheus-pipeline:%1"_s.arg(m_run.item.id)},
                             {u"manifesto"_s, m_run.release->manifest},
                             {u"enviados"_s, QJsonArray::fromStringList(plan->sentPaths())},
                             {u"inalterados"_s, QJsonArray::fromStringList(plan->unchangedPaths())}};
    m_run.checkpoint("deployment-planned"_L1);
    const auto effect = m_ledger.intend(m_run.claim, Kind, product, intent, m_run.stop);
    if (!effect)
        return fail(effect.error());
    m_run.checkpoint("deployment-intended"_L1);
    return send(*effect, product, plan->send);
}

/// Settles what earlier attempts left open.
Result<ProductDeployer::Settled> ProductDeployer::earlier(const QString &product, const QList<plan::PlannedFile> &files)
{
    const auto effects = m_ledger.list(m_run.item.id, m_run.stop);
    if (!effects)
        return fail(effects.error());
    Settled settled;
    for (const events::Effect &effect : *effects) {
        if (effect.kind != Kind || effect.target != product)
            continue;
        if (effect.answer) {
            if (effect.answer->contains("deployment_id"_L1))
                settled.last = ProductDeployment::fromJson(*effect.answer);
            continue;
        }
        m_run.warn(
            product,
            u"The outcome of deployment %1 is not known; asking the engine"_s.arg(effect.intent["nome"_L1].toString()));
        const auto found = find(effect);
        if (!found)
            return fail(found.error());
        if (*found) {
            const auto recorded = recordAnswer(effect, product, (*found)->id);
            if (!recorded)
                return fail(recorded.error());
            settled.last = *recorded;
            continue;
        }
        const auto sent = send(effect, product, selected(files, textList(effect.intent["enviados"_L1])));
        if (!sent)
            return fail(sent.error());
        if (!*sent) {
            settled.refused = true; // the same files again would be refused again
            return settled;
        }
        settled.last = *sent;
    }
    return settled;
}

Result<std::optional<ProductDeployment>> ProductDeployer::send(const events::Effect &intent, const QString &product,
                                                               const QList<plan::PlannedFile> &files)
{
    camunda::NewDeployment request{intent.intent["nome"_L1].toString(), intent.intent["source"_L1].toString(), {}};
    qint64 size = 0;
    for (const plan::PlannedFile &planned : files) {
        request.files << camunda::ResourceFile{planned.file.resource(), planned.file.bytes};
        size += planned.file.bytes.size();
    }
    // A lease that ended while the engine works would let a second runner send the same.
    if (const auto held = m_run.lease.ensure(RequestLimit); !held)
        return fail(held.error());
    m_run.info(product,
               u"POST deployment/create %1, %2 files, %3 kB, limit %4 s"_s.arg(request.name)
                   .arg(files.size())
                   .arg((size + 1023) / 1024)
                   .arg(RequestLimit.count()));
    m_run.checkpoint("deployment-sending"_L1);
    const auto answer = camunda::createDeployment(m_engine, request, m_run.stop);
    if (!answer)
        return fail(answer.error());
    m_run.checkpoint("deployment-answered"_L1);
    if (const auto *rejection = std::get_if<camunda::Rejection>(&*answer)) {
        if (const auto recorded = recordRejection(intent, product, files, *rejection); !recorded)
            return fail(recorded.error());
        return std::nullopt;
    }
    const auto recorded = recordAnswer(intent, product, std::get<camunda::Deployment>(*answer).id);
    if (!recorded)
        return fail(recorded.error());
    m_run.checkpoint("deployment-recorded"_L1);
    return std::optional(*recorded);
}

Result<std::optional<camunda::Deployment>> ProductDeployer::find(const events::Effect &intent)
{
    const auto found = camunda::findDeployments(m_engine, intent.intent["nome"_L1].toString(),
                                                intent.intent["source"_L1].toString(), m_run.stop);
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<ProductDeployment> ProductDeployer::recordAnswer(const events::Effect &intent, const QString &product,
                                                        const QString &deploymentId)
{
    // Asked by id, for a repeated request answers without its definitions.
    const auto definitions = camunda::definitionsOf(m_engine, deploymentId, m_run.stop);
    // A cancelled item is never tried again, and must not deny what the engine took; the next step stops.
    if (!definitions && m_run.lease.cancelledBy().isEmpty())
        return fail(definitions.error());
    ProductDeployment deployment;
    deployment.product = product;
    deployment.deploymentId = deploymentId;
    deployment.name = intent.intent["nome"_L1].toString();
    deployment.sent = textList(intent.intent["enviados"_L1]);
    deployment.unchanged = textList(intent.intent["inalterados"_L1]);
    QMap<QString, QStringList> versions; // by file
    for (const camunda::Definition &definition : definitions.value_or(QList<camunda::Definition>())) {
        if (definition.type == camunda::DefinitionType::DecisionRequirements)
            continue;
        deployment.definitions << contract::DeployedDefinition{definition.key, definition.version, definition.id};
        versions[definition.resource] << QString::number(definition.version);
    }
    const auto recorded = m_ledger.answer(m_run.claim, intent, deployment.toJson(),
                                          {.what = u"deployment.created"_s,
                                           .item = m_run.item.id,
                                           .releaseRef = m_run.context.releaseRef,
                                           .environment = m_run.environment.name,
                                           .manifest = m_run.release->manifest,
                                           .details = deployment.toJson()},
                                          {});
    if (!recorded)
        return fail(recorded.error());
    m_run.info(product, u"Deployment %1 made %2 definitions"_s.arg(deploymentId).arg(deployment.definitions.size()));
    for (auto file = versions.cbegin(); file != versions.cend(); ++file)
        m_run.info(product, u"%1: new version %2"_s.arg(file.key(), file->join(u", "_s)));
    for (const QString &path : std::as_const(deployment.unchanged))
        m_run.info(product, u"%1: unchanged, not sent"_s.arg(path.section(u'/', -1)));
    return deployment;
}

Result<void> ProductDeployer::recordRejection(const events::Effect &intent, const QString &product,
                                              const QList<plan::PlannedFile> &files,
                                              const camunda::Rejection &rejection)
{
    QStringList causes;
    for (const camunda::EngineProblem &problem : rejection.problems) {
        const auto file = std::ranges::find(files, problem.file,
                                            [](const plan::PlannedFile &planned) { return planned.file.resource(); });
        Finding finding;
        finding.rule = u"engine"_s;
        finding.engine = true;
        finding.severity = problem.warning ? Severity::Warning : Severity::Error;
        finding.path = file == files.cend() ? problem.file : file->file.artefact.path;
        finding.line = problem.line;
        finding.column = problem.column;
        finding.element = problem.element;
        finding.message = problem.message;
        if (const auto written = m_run.log.finding(finding); !written)
            return written;
        if (problem.warning)
            continue;
        QString place = finding.path;
        if (finding.line > 0)
            place += u" line %1"_s.arg(finding.line);
        if (!finding.element.isEmpty())
            place += u", element %1"_s.arg(finding.element);
        causes << (place.isEmpty() ? finding.message : place + u": "_s + finding.message);
    }
    if (causes.isEmpty())
        causes << rejection.message;
    const QString code = rejection.code.isEmpty() ? QString() : u" (%1)"_s.arg(rejection.code);
    m_run.result.reason = u"The engine of %1 refused the %2 deployment%3, so nothing of it was deployed. %4"_s.arg(
        m_run.environment.name, product, code, causes.join("; "_L1));
    return m_ledger.answer(m_run.claim, intent, {{u"recusado"_s, m_run.result.reason}},
                           {.what = u"deployment.refused"_s,
                            .item = m_run.item.id,
                            .releaseRef = m_run.context.releaseRef,
                            .environment = m_run.environment.name,
                            .manifest = m_run.release->manifest,
                            .details = {{u"produto"_s, product}, {u"motivo"_s, m_run.result.reason}}},
                           {});
}

QString ProductDeployer::newName(const QString &product) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QTimeZone zone(m_run.environment.timeZone);
    const QDateTime local = zone.isValid() ? now.toTimeZone(zone) : now.toLocalTime();
    return product + u'-' + local.toString(u"yyyyMMdd-HHmmss"_s);
}

} // namespace pipeline::runner
