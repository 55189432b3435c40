// SPDX-License-Identifier: Apache-2.0
#include "runner.h"

#include "followers.h"
#include "retrying.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

using contract::BacklogItem;
using contract::ItemState;
using contract::StageStatus;

namespace {

void setStatus(contract::PipelineResult &result, const QString &stage, StageStatus status)
{
    if (auto *half = std::get_if<contract::PipelineResult::ValidateHalf>(&result.stages))
        (stage == "validate"_L1 ? half->validate.status : half->test.status) = status;
    else if (auto *other = std::get_if<contract::PipelineResult::DeployHalf>(&result.stages))
        (stage == "deploy"_L1 ? other->deploy.status : other->verify.status) = status;
}

/// A result for an item that no stage could begin.
QJsonObject unreadable(const BacklogItem &item, const Error &error)
{
    contract::PipelineResult result(item.mode == "implantar"_L1 ? contract::Mode::Deploy : contract::Mode::Validate);
    result.reason = error.text();
    return result.toJson();
}

} // namespace

Runner::Runner(backlog::Backlog &backlog, store::Database &database, const configuration::Configuration &configuration,
               backlog::Capabilities capabilities, Actor actor, Stages stages, Options options)
    : m_backlog(backlog),
      m_database(database),
      m_configuration(configuration),
      m_capabilities(std::move(capabilities)),
      m_actor(std::move(actor)),
      m_stages(std::move(stages)),
      m_options(std::move(options))
{}

Result<std::optional<Outcome>> Runner::runNext(std::stop_token stop)
{
    const auto item = m_backlog.claim(m_capabilities, m_actor, m_options.times.lease, stop);
    if (!item)
        return fail(item.error());
    if (!*item)
        return std::nullopt;
    return attempt(**item, stop);
}

Outcome Runner::attempt(const BacklogItem &item, std::stop_token stop)
{
    const Claim claim{item.id, item.fence, item.attempt, m_actor};
    const Checkpoint checkpoint = m_options.checkpoint ? m_options.checkpoint : [](QLatin1StringView) {};
    checkpoint("claimed"_L1);

    const auto context = contract::PipelineContext::fromJson(item.context, item.mode);
    const auto environment = context ? m_configuration.environment(context->environment)
                                     : Result<Environment>(fail(context.error()));
    if (!environment)
        return complete(item, claim, {.state = ItemState::Failed, .result = unreadable(item, environment.error())});

    LeaseKeeper lease(m_backlog, claim, m_options.times, stop);
    events::RunLog log(m_database, claim, m_options.listener);
    Run run{.item = item,
            .context = *context,
            .environment = *environment,
            .claim = claim,
            .log = log,
            .lease = lease,
            .checkpoint = checkpoint,
            .stop = lease.stopToken(),
            .result = contract::PipelineResult(context->mode)};
    run.info(u"runner"_s,
             u"%1 %2 for %3, attempt %4 of %5, runner %6"_s
                 .arg(contract::toString(context->mode), context->releaseRef, environment->name)
                 .arg(item.attempt)
                 .arg(item.maxAttempts)
                 .arg(m_actor.name));
    const auto ran = recallEarlierAttempts(run).and_then([&] { return runStages(run); });
    return conclude(run, ran, stop);
}

/// Puts into the result what earlier attempts have done: however this one ends, it must not be denied.
Result<void> Runner::recallEarlierAttempts(Run &run) const
{
    if (run.context.mode == contract::Mode::Validate)
        return {};
    const auto effects = events::EffectLedger(m_database).list(run.item.id, run.stop);
    if (!effects)
        return fail(effects.error());
    const events::Achieved earlier = events::achieved(*effects);
    run.deployHalf().deploy = earlier.deploy;
    run.result.manifest = earlier.manifest;
    return {};
}

/// Runs the stages until one does not succeed; the ones after it are recorded as skipped.
Result<void> Runner::runStages(Run &run)
{
    const auto &stages = run.context.mode == contract::Mode::Validate ? m_stages.validate : m_stages.deploy;
    bool going = true;
    for (const auto &stage : stages) {
        if (!going) {
            if (const auto ended = run.log.stageEnded(stage->name(), StageStatus::Skipped); !ended)
                return ended;
            continue;
        }
        run.lease.refresh();
        if (run.stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"The run was stopped before %1"_s.arg(stage->name().toUpper()));
        const auto status = runStage(*stage, run);
        setStatus(run.result, stage->name(), status.value_or(StageStatus::Failed));
        // Whatever comes next, the stage itself is over; a lost lease shows in the run's own error.
        const auto ended = run.log.stageEnded(stage->name(), status.value_or(StageStatus::Failed));
        if (!status)
            return fail(status.error());
        if (!ended)
            return ended;
        run.checkpoint(QLatin1StringView(stage->name().toLatin1() + "-ended"));
        going = *status != StageStatus::Failed;
    }
    run.result.success = going;
    return {};
}

Result<StageStatus> Runner::runStage(Stage &stage, Run &run)
{
    if (const auto started = run.log.stageStarted(stage.name(), 0); !started)
        return fail(started.error());
    auto pause = m_options.retry.firstPause;
    for (int attempt = 1;; ++attempt) {
        const auto status = stage.run(run);
        if (status)
            return status; // a stop that comes after it does not undo it
        if (run.stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"The run was stopped in %1"_s.arg(stage.name().toUpper()));
        if (!isTransient(status.error().code) || attempt == m_options.retry.attempts)
            return status;
        run.warn(stage.name(),
                 u"%1 Trying again in %2 s (%3 of %4)."_s.arg(status.error().text())
                     .arg(double(pause.count()) / 1000)
                     .arg(attempt + 1)
                     .arg(m_options.retry.attempts));
        if (!http::sleepFor(pause, run.stop))
            return fail(ErrorCode::Cancelled, u"The run was stopped in %1"_s.arg(stage.name().toUpper()));
        pause *= 2;
    }
}

Outcome Runner::conclude(Run &run, const Result<void> &ran, std::stop_token outside)
{
    const auto isCancelled = [&run] { return !run.lease.cancelledBy().isEmpty(); };
    if (run.lease.isLost())
        return withLostLease(run.item.id);
    if (!ran && ran.error().code == ErrorCode::LeaseLost)
        return {.item = run.item.id, .error = ran.error()};

    std::optional<Outcome> givenBack;
    if (!ran && !isCancelled() && outside.stop_requested())
        givenBack = giveBack(run, {ErrorCode::Cancelled, u"The runner was stopped"_s, {}, {}},
                             std::chrono::milliseconds(0));
    else if (!ran && !isCancelled() && isTransient(ran.error().code) && run.item.attempt < run.item.maxAttempts)
        givenBack = giveBack(run, ran.error(), backOff(m_options.postponement, run.item.attempt));
    if (givenBack)
        return *givenBack;
    if (isCancelled())
        return end(run, ItemState::Cancelled, u"Cancelled by %1"_s.arg(run.lease.cancelledBy()));
    if (ran)
        return end(run, run.result.success ? ItemState::Done : ItemState::Failed, run.result.reason);
    Outcome outcome = end(run, ItemState::Failed, ran.error().text());
    if (!outcome.error && isTransient(ran.error().code))
        outcome.error = ran.error();
    return outcome;
}

/// Ends the item with what the run came to.
Outcome Runner::end(Run &run, ItemState state, const QString &reason)
{
    backlog::Completion completion{.state = state, .environment = run.environment.name};
    run.result.success = state == ItemState::Done;
    run.result.reason = reason;
    if (state == ItemState::Done)
        completion.follower = follower(run);
    else if (state == ItemState::Failed && run.environment.onFailure == OnFailure::Rollback)
        completion.follower = rollBack(run);
    if (!run.result.reason.isEmpty())
        run.error(u"runner"_s, run.result.reason);
    completion.result = run.result.toJson();
    // The log may have a gap; that the item has ended must not be lost with it.
    const auto flushed = insist(m_options.times.lease, [&] { return run.log.flush(); });
    if (!flushed && flushed.error().code == ErrorCode::LeaseLost)
        return {.item = run.item.id, .error = flushed.error()};
    run.checkpoint("before-completion"_L1);
    return complete(run.item, run.claim, std::move(completion));
}

contract::NewItem Runner::follower(const Run &run) const
{
    const contract::PipelineContext context = pinned(run.context, *run.release);
    // What a server's update validates goes on by itself where no person has to approve.
    if (context.mode == contract::Mode::Validate && run.environment.policy == Policy::Validated && run.item.originId) {
        const auto origin = insist(m_options.times.lease, [&] { return m_backlog.item(*run.item.originId, {}); });
        if (origin && origin->type == contract::type::UpdateServer)
            return deploymentOf(run.item, context, run.environment.name);
    }
    return followerOf(run.item, context, run.environment.name, run.result);
}

/// The item that deploys the release before again; the run's reason says what became of it.
std::optional<contract::NewItem> Runner::rollBack(Run &run) const
{
    const auto told = [&run](const QString &text) {
        run.warn(u"runner"_s, text);
        run.result.reason += u' ' + text;
    };
    if (run.context.mode == contract::Mode::Validate)
        return {};
    const auto arrivals = m_backlog.arrivals(run.environment.name, 0, {});
    if (!arrivals) {
        told(u"Nothing is rolled back: %1"_s.arg(arrivals.error().text()));
        return {};
    }
    const auto follower = rollbackOf(run.item, run.context, run.environment.name, run.result, *arrivals);
    if (!follower) {
        told(u"Nothing is rolled back: %1"_s.arg(follower.error().text()));
        return {};
    }
    if (*follower)
        told(u"Release %1, which ran before, is deployed again."_s.arg(
            (*follower)->context["release_ref"_L1].toString()));
    return *follower;
}

Outcome withLostLease(qint64 item)
{
    return {.item = item,
            .error = Error{
                ErrorCode::LeaseLost, u"The lease on item %1 is lost; nothing more was written"_s.arg(item), {}, {}}};
}

Outcome Runner::complete(const BacklogItem &item, const Claim &claim, backlog::Completion completion)
{
    const auto follower = insist(m_options.times.lease, [&] { return m_backlog.complete(claim, completion, {}); });
    if (!follower)
        return {.item = item.id, .error = follower.error()};
    if (m_options.checkpoint)
        m_options.checkpoint("completed"_L1);
    return {.item = item.id, .state = completion.state, .result = completion.result};
}

std::optional<Outcome> Runner::giveBack(Run &run, const Error &error, std::chrono::milliseconds pause)
{
    // An effect whose answer is not known may still be under way: nobody should ask about it before its time limit.
    events::EffectLedger ledger(m_database);
    const auto effects = ledger.list(run.item.id, {});
    for (const events::Effect &effect : effects.value_or(QList<events::Effect>())) {
        if (!effect.answer)
            pause = std::max<std::chrono::milliseconds>(pause, std::chrono::seconds(65));
    }
    (void)insist(m_options.times.lease, [&] { return run.log.flush(); });
    const auto postponed = insist(m_options.times.lease,
                                  [&] { return m_backlog.postpone(run.claim, pause, error.text(), {}); });
    if (!postponed && postponed.error().code == ErrorCode::Cancelled) {
        run.lease.refresh(); // learns who cancels
        return std::nullopt;
    }
    return Outcome{.item = run.item.id, .error = postponed ? error : postponed.error()};
}

} // namespace pipeline::runner
