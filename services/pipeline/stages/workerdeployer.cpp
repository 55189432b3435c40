// SPDX-License-Identifier: Apache-2.0
#include "workerdeployer.h"

#include "webhook/sender.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

namespace {

constexpr auto PushLimit = std::chrono::seconds(60);
constexpr auto WebhookLimit = std::chrono::seconds(30);

} // namespace

Result<void> WorkerDeployer::push()
{
    const QString &commit = m_run.release->workers.commit;
    const QString &branch = m_mirror.remote().branch;
    const auto effect = effectOf(u"push"_s, branch, {{u"commit"_s, commit}});
    if (!effect)
        return fail(effect.error());
    m_run.checkpoint("push-intended"_L1);
    if (const auto held = m_run.lease.ensure(PushLimit); !held)
        return held;
    m_run.info(u"git"_s, u"push %1 to %2"_s.arg(commit.left(12), branch));
    // A push of what is there already changes nothing, so that repeating it is how its outcome is asked.
    if (const auto pushed = m_mirror.push(commit, m_run.stop); !pushed)
        return pushed;
    m_run.checkpoint("push-done"_L1);
    if (effect->answer)
        return {};
    const QJsonObject answer{{u"commit"_s, commit}, {u"branch"_s, branch}};
    return m_ledger.answer(m_run.claim, *effect, answer, act(u"workers.pushed"_s, answer), m_run.stop);
}

Result<void> WorkerDeployer::callWebhook()
{
    const QUrl &url = m_run.environment.workerWebhook;
    if (url.isEmpty() || m_run.environment.workerTrigger == WorkerTrigger::Push) {
        m_run.info(u"webhook"_s,
                   url.isEmpty() ? u"No worker_webhook is configured: the workers are not restarted from here"_s
                                 : u"GitHub Actions calls the worker server on the push"_s);
        return {};
    }
    const QString secretName = m_run.environment.webhookSecret();
    const auto secret = m_around.credentials.read(secretName, m_run.stop);
    if (!secret)
        return fail(secret.error());
    if (!*secret)
        return fail(ErrorCode::Unauthorized,
                    u"There is no secret %1 to sign the call to the worker server"_s.arg(secretName), {},
                    u"Store it with: credential set %1"_s.arg(secretName));
    const QString &commit = m_run.release->workers.commit;
    const auto effect = effectOf(
        u"webhook"_s, url.toString(QUrl::RemoveUserInfo),
        {{u"commit"_s, commit}, {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}});
    if (!effect)
        return fail(effect.error());
    if (effect->answer)
        return {};
    m_run.checkpoint("webhook-intended"_L1);
    if (const auto held = m_run.lease.ensure(WebhookLimit); !held)
        return held;
    const webhook::DeployCall call{
        url,
        commit,
        effect->intent["id"_L1].toString(),
        {m_run.environment.caFile, m_run.environment.clientCertificate, m_run.environment.clientKey}};
    const auto answer = webhook::send(m_around.http, call, **secret, m_run.stop);
    if (!answer)
        return fail(answer.error());
    m_run.checkpoint("webhook-sent"_L1);
    const QJsonObject record{
        {u"id"_s, call.id}, {u"commit"_s, commit}, {u"item"_s, answer->item}, {u"message"_s, answer->message}};
    m_run.info(u"webhook"_s, u"%1 answered %2 %3"_s.arg(effect->target).arg(answer->status).arg(answer->message));
    return m_ledger.answer(m_run.claim, *effect, record, act(u"workers.restart-asked"_s, record), m_run.stop);
}

Result<events::Effect> WorkerDeployer::effectOf(const QString &kind, const QString &target, const QJsonObject &intent)
{
    const auto effects = m_ledger.list(m_run.item.id, m_run.stop);
    if (!effects)
        return fail(effects.error());
    for (const events::Effect &effect : *effects) {
        if (effect.kind == kind && effect.target == target && effect.intent["commit"_L1] == intent["commit"_L1])
            return effect;
    }
    return m_ledger.intend(m_run.claim, kind, target, intent, m_run.stop);
}

audit::Act WorkerDeployer::act(const QString &what, const QJsonObject &details) const
{
    return {.what = what,
            .item = m_run.item.id,
            .releaseRef = m_run.context.releaseRef,
            .environment = m_run.environment.name,
            .manifest = m_run.release->manifest,
            .details = details};
}

} // namespace pipeline::runner
