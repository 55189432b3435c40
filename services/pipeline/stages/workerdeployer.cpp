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

bool WorkerDeployer::callsServer() const
{
    return !m_run.environment.workerWebhook.isEmpty() && m_run.environment.workerTrigger == WorkerTrigger::Webhook;
}

Result<void> WorkerDeployer::prepare()
{
    if (!callsServer())
        return {};
    if (const auto isProtected = requireProtected(m_run.environment, m_run.environment.workerWebhook); !isProtected)
        return isProtected;
    const QString name = m_run.environment.webhookSecret();
    const auto secret = m_around.credentials.read(name, m_run.stop);
    if (!secret)
        return fail(secret.error());
    if (!*secret)
        return fail(ErrorCode::Unauthorized,
                    u"There is no secret %1 to sign the call to the worker server, so nothing was deployed"_s.arg(name),
                    {}, u"Store it with: credential set %1"_s.arg(name));
    m_secret = **secret;
    return {};
}

Result<void> WorkerDeployer::push()
{
    const QString &commit = m_run.release->workers.commit;
    const QString &branch = m_mirror->remote().branch;
    const auto intended = effectOf(u"push"_s, branch,
                                   {{u"commit"_s, commit}, {u"manifesto"_s, m_run.release->manifest}});
    if (!intended)
        return fail(intended.error());
    m_run.checkpoint("push-intended"_L1);
    if (const auto held = m_run.lease.ensure(PushLimit); !held)
        return held;
    m_run.info(u"git"_s, u"push %1 to %2"_s.arg(commit.left(12), branch));
    // A push of what is there already changes nothing, so that repeating it is how its outcome is asked.
    const auto moved = m_mirror->push(commit, m_run.stop);
    if (!moved)
        return fail(moved.error());
    m_run.checkpoint("push-done"_L1);
    if (intended->effect.answer)
        return {};
    // An earlier try whose answer was lost may have been the one that moved the branch.
    const bool ours = *moved || intended->earlier;
    if (!ours)
        m_run.info(u"git"_s, u"%1 was at %2 already"_s.arg(branch, commit.left(12)));
    const QJsonObject answer{{u"commit"_s, commit}, {u"branch"_s, branch}};
    return m_ledger.answer(m_run.claim, intended->effect, answer,
                           act(ours ? u"workers.pushed"_s : u"workers.already-there"_s, answer), {});
}

Result<void> WorkerDeployer::callWebhook()
{
    const QUrl &url = m_run.environment.workerWebhook;
    if (!callsServer()) {
        m_run.info(u"webhook"_s,
                   url.isEmpty() ? u"No worker_webhook is configured: the workers are not restarted from here"_s
                                 : u"GitHub Actions calls the worker server on the push"_s);
        return {};
    }
    const QString &commit = m_run.release->workers.commit;
    const auto intended = effectOf(
        u"webhook"_s, url.toString(QUrl::RemoveUserInfo),
        {{u"commit"_s, commit}, {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}});
    if (!intended)
        return fail(intended.error());
    const events::Effect &effect = intended->effect;
    if (effect.answer)
        return {};
    m_run.checkpoint("webhook-intended"_L1);
    if (const auto held = m_run.lease.ensure(WebhookLimit); !held)
        return held;
    const webhook::DeployCall call{
        url,
        commit,
        effect.intent["id"_L1].toString(),
        {m_run.environment.caFile, m_run.environment.clientCertificate, m_run.environment.clientKey}};
    const auto answer = webhook::send(m_around.http, call, m_secret, m_run.stop);
    if (!answer)
        return fail(answer.error());
    m_run.checkpoint("webhook-sent"_L1);
    const QJsonObject record{
        {u"id"_s, call.id}, {u"commit"_s, commit}, {u"item"_s, answer->item}, {u"message"_s, answer->message}};
    m_run.info(u"webhook"_s, u"%1 answered %2 %3"_s.arg(effect.target).arg(answer->status).arg(answer->message));
    return m_ledger.answer(m_run.claim, effect, record, act(u"workers.restart-asked"_s, record), {});
}

Result<WorkerDeployer::Intended> WorkerDeployer::effectOf(const QString &kind, const QString &target,
                                                          const QJsonObject &intent)
{
    const auto effects = m_ledger.list(m_run.item.id, m_run.stop);
    if (!effects)
        return fail(effects.error());
    for (const events::Effect &effect : *effects) {
        if (effect.kind == kind && effect.target == target && effect.intent["commit"_L1] == intent["commit"_L1])
            return Intended{effect, true};
    }
    const auto effect = m_ledger.intend(m_run.claim, kind, target, intent, m_run.stop);
    return effect ? Result<Intended>(Intended{*effect, false}) : fail(effect.error());
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
