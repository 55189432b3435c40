// SPDX-License-Identifier: Apache-2.0
#include "verifystage.h"

#include "checklist.h"
#include "serverupdate.h"
#include "smokerun.h"
#include "workerhealth.h"

#include "camunda/health.h"
#include "camunda/system.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::StageStatus;

namespace {

/// Path of each file that this item sent → the deployment that holds it.
QMap<QString, QString> deploymentsByPath(const contract::DeployResult &deploy)
{
    QMap<QString, QString> ids;
    for (const contract::ProductDeployment &deployment : deploy.deployments) {
        for (const QString &path : deployment.sent)
            ids.insert(path, deployment.deploymentId);
    }
    return ids;
}

/// The definitions of a release, by id.
struct Definitions {
    QStringList made; ///< by this item: they had no incidents before
    QStringList standing; ///< that were there already
};

/// \a deployment is the one that the file was sent in; empty when it was not.
Result<Finished> checkDefinitions(const camunda::EngineClient &engine, const plan::PlannedFile &file,
                                  const QString &deployment, Definitions &ids, std::stop_token stop)
{
    const auto latest = plan::latestDefinitions(engine, file.facts, stop);
    if (!latest)
        return fail(latest.error());
    QStringList seen;
    for (const auto &definition : *latest) {
        if (!definition)
            return failed(u"The engine does not have the definition"_s);
        (deployment.isEmpty() ? ids.standing : ids.made) << definition->id;
        seen << u"%1 version %2"_s.arg(definition->key).arg(definition->version);
        // Not by version, which is given again after a deletion, and not by key, which a process and a decision share.
        if (!deployment.isEmpty() && definition->deploymentId != deployment)
            return failed(u"%1 runs as %2 of deployment %3, not as that of %4 which was deployed"_s.arg(
                definition->key, definition->id, definition->deploymentId, deployment));
    }
    return passed(seen.join(", "_L1));
}

Result<Finished> checkBytes(const camunda::EngineClient &engine, const plan::PlannedFile &file,
                            plan::ProductDeployments &deployments, std::stop_token stop)
{
    Result<std::optional<QByteArray>> digest = std::nullopt;
    // An answer that broke off cannot be told from a whole one, so bytes that differ are read twice.
    for (int look = 0; look < 2; ++look) {
        digest = plan::deployedDigest(engine, file, deployments, stop);
        if (!digest)
            return fail(digest.error());
        if (*digest == file.file.sha256)
            return passed(u"sha256 "_s + QString::fromLatin1(file.file.sha256));
    }
    return failed(*digest ? u"The engine has other bytes: sha256 %1, the release has %2"_s.arg(
                                QString::fromLatin1(**digest), QString::fromLatin1(file.file.sha256))
                          : u"The engine does not have the file"_s);
}

Result<Finished> checkIncidents(const camunda::EngineClient &engine, const Definitions &definitions, int before,
                                std::stop_token stop)
{
    const auto after = camunda::openIncidentsOf(engine, definitions.standing + definitions.made, stop);
    if (!after)
        return fail(after.error());
    const QString counts = u"%1 open before, %2 after"_s.arg(before).arg(*after);
    return *after > before ? failed(counts) : passed(counts);
}

/// What became of the call that restarts the workers, from the ledger that DEPLOY kept.
Result<Finished> checkWebhook(const Run &run, store::Database &database, backlog::Backlog &backlog)
{
    if (run.environment.workerWebhook.isEmpty())
        return skipped(u"No worker_webhook is configured"_s);
    if (run.environment.workerTrigger == WorkerTrigger::Push)
        return skipped(u"The worker server is called by GitHub Actions on the push"_s);
    const auto effects = events::EffectLedger(database).list(run.item.id, run.stop);
    if (!effects)
        return fail(effects.error());
    for (const events::Effect &effect : *effects) {
        if (effect.kind == "webhook"_L1 && effect.answer)
            return checkServerUpdate(run, backlog, *effect.answer);
    }
    return failed(u"The worker server was not called"_s);
}

} // namespace

Result<StageStatus> VerifyStage::run(Run &run)
{
    run.deployHalf().verify = {};
    Checklist list(run);
    std::unique_ptr<camunda::EngineClient> engine;
    Definitions definitions;
    int incidents = 0;
    const QStringList products = run.release->products();
    if (!products.isEmpty()) {
        auto opened = m_around.engine(run);
        if (!opened)
            return fail(opened.error());
        engine = std::move(*opened);
        const auto healthy = list.add(u"engine"_s, [&]() -> Result<Finished> {
            const auto version = camunda::engineVersion(*engine, run.stop);
            return version ? Result<Finished>(passed(u"version %1"_s.arg(*version))) : fail(version.error());
        });
        if (!healthy)
            return fail(healthy.error());

        const QMap<QString, QString> sent = deploymentsByPath(run.deployHalf().deploy);
        for (const QString &product : products) {
            plan::ProductDeployments deployments(*engine, product);
            for (const plan::PlannedFile &file : m_around.filesOf(run, product)) {
                const QString &path = file.file.artefact.path;
                if (!file.facts.processes.isEmpty() || !file.facts.decisions.isEmpty()) {
                    const auto done = list.add(u"definitions %1"_s.arg(path), [&] {
                        return checkDefinitions(*engine, file, sent.value(path), definitions, run.stop);
                    });
                    if (!done)
                        return fail(done.error());
                }
                const auto done = list.add(u"bytes %1"_s.arg(path),
                                           [&] { return checkBytes(*engine, file, deployments, run.stop); });
                if (!done)
                    return fail(done.error());
                run.checkpoint("bytes-compared"_L1);
            }
        }
        const auto before = camunda::openIncidentsOf(*engine, definitions.standing, run.stop);
        if (!before)
            return fail(before.error());
        incidents = *before;
        SmokeRun smoke(run, *engine, *m_artefacts, list);
        if (const auto done = smoke.runAll(m_around); !done)
            return fail(done.error());
        run.checkpoint("smoke-ended"_L1);
    }
    const bool hasWorkers = !run.release->workers.isEmpty();
    if (hasWorkers) {
        const auto done = list.add(u"webhook"_s, [&] { return checkWebhook(run, m_around.database, m_backlog); });
        if (!done)
            return fail(done.error());
    }
    // Before that an incident has not happened yet, and a health address is still answered by the workers of before.
    const bool restarts = hasWorkers && !run.environment.workerHealth.isEmpty()
        && (!run.environment.workerWebhook.isEmpty() || run.environment.workerTrigger == WorkerTrigger::Push);
    if ((engine || restarts) && !http::sleepFor(std::chrono::seconds(run.environment.settleSeconds), run.stop))
        return fail(ErrorCode::Cancelled, u"Stopped while the engine and the workers settle"_s);
    if (engine) {
        const auto done = list.add(u"incidents"_s,
                                   [&] { return checkIncidents(*engine, definitions, incidents, run.stop); });
        if (!done)
            return fail(done.error());
    }
    for (const QUrl &url : hasWorkers ? run.environment.workerHealth : QList<QUrl>()) {
        const auto done = list.add(u"worker %1"_s.arg(url.toString(QUrl::RemoveUserInfo)),
                                   [&] { return checkWorkerHealth(run.environment, m_around.http, url, run.stop); });
        if (!done)
            return fail(done.error());
    }
    run.result.reason = list.problem();
    return list.isPassed() ? StageStatus::Success : StageStatus::Failed;
}

} // namespace pipeline::runner
