// SPDX-License-Identifier: Apache-2.0
#include "updaterunner.h"

#include "pipeline/retrying.h"

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::BacklogItem;
using contract::ItemState;

UpdateRunner::UpdateRunner(backlog::Backlog &backlog, store::Database &database,
                           const configuration::Configuration &configuration, QString server, Actor actor,
                           repository::Mirror *artefacts, std::unique_ptr<WorkersUpdate> workers, Options options)
    : m_backlog(backlog),
      m_database(database),
      m_configuration(configuration),
      m_server(std::move(server)),
      m_actor(std::move(actor)),
      m_artefacts(artefacts),
      m_workers(std::move(workers)),
      m_options(std::move(options))
{}

Result<std::optional<Outcome>> UpdateRunner::runNext(std::stop_token stop)
{
    const auto item = m_backlog.claimUpdate(m_server, m_actor, m_options.times.lease, stop);
    if (!item)
        return fail(item.error());
    if (!*item)
        return std::nullopt;
    return attempt(**item, stop);
}

Outcome UpdateRunner::attempt(const BacklogItem &item, std::stop_token stop)
{
    const Claim claim{item.id, item.fence, item.attempt, m_actor};
    const auto order = contract::ServerUpdate::fromJson(item.context);
    const auto environment = order ? m_configuration.environment({}) : Result<Environment>(fail(order.error()));
    if (!environment)
        return complete(item, claim, ItemState::Failed, {.success = false, .reason = environment.error().text()}, {});

    LeaseKeeper lease(m_backlog, claim, m_options.times, stop);
    events::RunLog log(m_database, claim, m_options.listener);
    const Checkpoint checkpoint = m_options.checkpoint ? m_options.checkpoint : [](QLatin1StringView) {};
    Update work{item, *order, *environment, claim, log, lease, checkpoint, lease.stopToken()};
    work.info(u"runner"_s,
              u"%1 of %2, attempt %3 of %4"_s.arg(contract::toString(order->target), m_server)
                  .arg(item.attempt)
                  .arg(item.maxAttempts));
    const auto updated = update(work);
    (void)insist(m_options.times.lease, [&] { return log.flush(); });
    if (lease.isLost() || (!updated && updated.error().code == ErrorCode::LeaseLost))
        return withLostLease(item.id);
    const auto cancelled = [&] { return !lease.cancelledBy().isEmpty(); };
    if (updated) {
        const ItemState state = updated->success ? ItemState::Done
            : cancelled()                        ? ItemState::Cancelled
                                                 : ItemState::Failed;
        return complete(item, claim, state, *updated, environment->name);
    }
    const Error &error = updated.error();
    const bool stopped = stop.stop_requested() && !cancelled();
    if (stopped || (isTransient(error.code) && item.attempt < item.maxAttempts)) {
        const auto pause = stopped ? std::chrono::milliseconds(0) : backOff(m_options.postponement, item.attempt);
        const auto postponed = insist(m_options.times.lease,
                                      [&] { return m_backlog.postpone(claim, pause, error.text(), {}); });
        if (postponed || postponed.error().code != ErrorCode::Cancelled)
            return {.item = item.id, .error = postponed ? error : postponed.error()};
        lease.refresh(); // learns who cancels
    }
    const QString reason = cancelled() ? u"Cancelled by %1"_s.arg(lease.cancelledBy()) : error.text();
    Outcome outcome = complete(item, claim, cancelled() ? ItemState::Cancelled : ItemState::Failed,
                               {.success = false, .reason = reason}, environment->name);
    if (!outcome.error && !cancelled() && isTransient(error.code))
        outcome.error = error;
    return outcome;
}

Result<Updated> UpdateRunner::update(Update &update) const
{
    if (update.order.target == contract::UpdateTarget::Workers) {
        if (m_workers)
            return m_workers->run(update);
    } else if (m_artefacts) {
        return releaseOfCommit(update, *m_artefacts, m_configuration.artefacts->products);
    }
    const QString name = update.order.target == contract::UpdateTarget::Workers ? u"workers"_s : u"artefatos"_s;
    return fail(ErrorCode::InvalidInput, u"%1 cannot be updated here"_s.arg(name),
                u"[repositories.%1] has no `clone`"_s.arg(name));
}

Outcome UpdateRunner::complete(const BacklogItem &item, const Claim &claim, ItemState state, const Updated &updated,
                               const QString &environment)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue(QJsonValue::Null) : value; };
    const backlog::Completion completion{.state = state,
                                         .result = {{u"sucesso"_s, state == ItemState::Done},
                                                    {u"motivo"_s, text(updated.reason)},
                                                    {u"alvo"_s, item.context["alvo"_L1]},
                                                    {u"commit"_s, text(updated.commit)},
                                                    {u"anterior"_s, text(updated.before)}},
                                         .follower = state == ItemState::Done ? updated.follower : std::nullopt,
                                         .environment = environment};
    const auto follower = insist(m_options.times.lease, [&] { return m_backlog.complete(claim, completion, {}); });
    if (!follower)
        return {.item = item.id, .error = follower.error()};
    return {.item = item.id, .state = state, .result = completion.result};
}

} // namespace pipeline::runner
