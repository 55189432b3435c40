// SPDX-License-Identifier: Apache-2.0
#include "deploystage.h"

#include "productdeployer.h"
#include "workerdeployer.h"

#include "camunda/system.h"
#include "http/loopback.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::StageStatus;

Result<std::unique_ptr<camunda::EngineClient>> Surroundings::engine(const Run &run) const
{
    credentials::Secret secret;
    if (run.environment.authentication != Authentication::None) {
        const QString name = run.environment.engineSecret();
        const auto found = credentials.read(name, run.stop);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorCode::Unauthorized,
                        u"There is no credential %1 for the engine of %2"_s.arg(name, run.environment.name), {},
                        u"Store it with: credential set %1"_s.arg(name));
        secret = **found;
    }
    // The runner repeats a stage that fails in passing; repeating each call as well would multiply the waits.
    return std::make_unique<camunda::EngineClient>(http, run.environment, secret, http::Retry{.attempts = 1});
}

QList<plan::PlannedFile> Surroundings::filesOf(const Run &run, const QString &product) const
{
    QList<plan::PlannedFile> files;
    for (const ReleaseFile &file : run.release->filesOf(product)) {
        const validation::InputFile input{file.artefact.path, validation::fileKindOf(file.artefact), file.bytes,
                                          product};
        files << plan::PlannedFile{file, validator.facts(input)};
    }
    return files;
}

Result<void> requireProtected(const Environment &environment, const QUrl &url)
{
    if (environment.allowPlainHttp || !http::isExposed(url))
        return {};
    return fail(
        ErrorCode::Refused,
        u"%1 is neither https nor on this machine, so it was not called"_s.arg(url.toString(QUrl::RemoveUserInfo)),
        u"What is sent could be read and changed on its way"_s,
        u"Use https, or set allow_plain_http of environment %1"_s.arg(environment.name));
}

Result<StageStatus> DeployStage::refuse(Run &run, const Error &error) const
{
    run.result.reason = error.text();
    return StageStatus::Failed;
}

Result<StageStatus> DeployStage::run(Run &run)
{
    contract::DeployResult &result = run.deployHalf().deploy; // with what earlier attempts did
    const auto read = m_reader.read(run.context.artefacts, run.stop);
    if (!read)
        return fail(read.error());
    run.release = read->release;
    run.result.manifest = read->release.manifest;
    for (const Finding &finding : read->findings) {
        if (const auto written = run.log.finding(finding); !written)
            return fail(written.error());
        run.result.reason = finding.path + u": "_s + finding.message;
    }
    if (!read->findings.isEmpty())
        return StageStatus::Failed;

    const auto allowed = m_policy.require({*run.release, run.context, run.environment}, run.stop);
    if (!allowed)
        return allowed.error().code == ErrorCode::Refused ? refuse(run, allowed.error())
                                                          : Result<StageStatus>(fail(allowed.error()));
    run.checkpoint("policy-met"_L1);

    WorkerDeployer workers(run, m_around, m_workers);
    if (!run.release->workers.isEmpty()) {
        if (const auto prepared = workers.prepare(); !prepared)
            return prepared.error().code == ErrorCode::Refused ? refuse(run, prepared.error())
                                                               : Result<StageStatus>(fail(prepared.error()));
    }
    const QStringList products = run.release->products();
    const int steps = int(products.size()) + (run.release->workers.isEmpty() ? 0 : 2);
    int done = 0;
    if (!products.isEmpty()) {
        const auto engine = m_around.engine(run);
        if (!engine)
            return fail(engine.error());
        const auto version = camunda::engineVersion(**engine, run.stop);
        if (!version)
            return fail(version.error());
        run.info(u"engine"_s, u"%1, version %2"_s.arg(run.environment.engineRest().toString(), *version));
        ProductDeployer deployer(run, **engine, m_around.database);
        for (const QString &product : products) {
            run.log.progress(name(), done++, steps, u"deploy %1"_s.arg(product));
            const auto deployed = deployer.deploy(product, m_around.filesOf(run, product));
            if (!deployed)
                return fail(deployed.error());
            if (!*deployed)
                return StageStatus::Failed; // the deployer has told why
            // In its place among the products, for that of the first one stands for all.
            result.deployments.removeIf([&](const auto &earlier) { return earlier.product == product; });
            result.deployments.insert(done - 1, **deployed);
        }
    }
    if (!run.release->workers.isEmpty()) {
        run.log.progress(name(), done++, steps, u"push the workers"_s);
        const auto pushed = workers.push();
        if (!pushed)
            return pushed.error().code == ErrorCode::Conflict ? refuse(run, pushed.error())
                                                              : Result<StageStatus>(fail(pushed.error()));
        result.workerCommit = run.release->workers.commit;
        run.log.progress(name(), done++, steps, u"restart the workers"_s);
        if (const auto called = workers.callWebhook(); !called)
            return fail(called.error());
    }
    run.log.progress(name(), steps, steps, {});
    return StageStatus::Success;
}

} // namespace pipeline::runner
