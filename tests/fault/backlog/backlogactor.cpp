// SPDX-License-Identifier: Apache-2.0
// A process that works on a backlog, for tests that kill it: prints a line for each act that was acknowledged.
#include "backlog/sqlitebacklog.h"
#include "events/effectledger.h"
#include "events/runlog.h"
#include "store/database.h"
#include "support/backlogsamples.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pipeline;
using contract::ItemState;
using contract::Mode;

namespace {

void acknowledge(const char *act, qint64 item, qint64 follower = 0)
{
    std::printf("%s %lld %lld\n", act, static_cast<long long>(item), static_cast<long long>(follower));
    std::fflush(stdout);
}

/// Works without end, and does at random all that writes to a backlog.
class Churn {
public:
    Churn(store::Database &database, const QString &name)
        : m_database(database), m_backlog(database), m_runner(tests::runner(name))
    {}

    /// Gives the first error that two processes on one backlog must not see.
    Error run()
    {
        for (;;) {
            for (const auto &step : {insert(), work(), decide(), cancelOrRetry()}) {
                if (!step && step.error().code != ErrorCode::LeaseLost && step.error().code != ErrorCode::Conflict)
                    return step.error();
            }
        }
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    Result<void> insert()
    {
        auto item = tests::sampleItem(Mode::Validate, {}, m_random.bounded(3));
        if (chance(50))
            item.idempotencyKey = QString::number(m_random.bounded(100'000));
        const auto inserted = m_backlog.insert(item, tests::person(u"ana"_s), {});
        if (!inserted)
            return fail(inserted.error());
        acknowledge("inserted", inserted->id);
        return {};
    }

    Result<void> work()
    {
        // So short that the item of one who was killed is soon another's.
        const auto item = m_backlog.claim(tests::everything(), m_runner, 60ms, {});
        if (!item || !*item)
            return item ? Result<void>() : fail(item.error());
        const Claim claim = tests::claimOf(**item, m_runner);
        if (const auto written = write(claim); !written)
            return written;
        if (chance(15)) {
            const auto postponed = m_backlog.postpone(claim, 0ms, u"the engine did not answer"_s, {});
            // Somebody may have cancelled it in between.
            return postponed || postponed.error().code != ErrorCode::Cancelled ? postponed : Result<void>();
        }
        if (chance(15)) {
            const auto failed = m_backlog.complete(claim, {ItemState::Failed, {{u"motivo"_s, u"x"_s}}, {}, {}}, {});
            return failed ? Result<void>() : fail(failed.error());
        }
        backlog::Completion completion{ItemState::Done, {{u"status"_s, u"sucesso"_s}}, {}, u"producao"_s};
        if ((*item)->mode == "validar"_L1)
            completion.follower = tests::sampleApproval(claim.item);
        const auto follower = m_backlog.complete(claim, completion, {});
        if (!follower)
            return fail(follower.error());
        acknowledge("completed", claim.item, follower->value_or(0));
        return {};
    }

    /// What a run writes while it runs.
    Result<void> write(const Claim &claim)
    {
        events::RunLog log(m_database, claim, {});
        events::EffectLedger ledger(m_database);
        log.log(events::LogSeverity::Info, u"jest"_s, u"PASS"_s);
        if (const auto begun = log.stageStarted(u"validate"_s, 1); !begun)
            return begun;
        const auto effect = ledger.intend(claim, u"deployment"_s, u"Genesis"_s, {}, {});
        if (!effect)
            return fail(effect.error());
        if (const auto extended = m_backlog.extend(claim, 60ms, {}); !extended)
            return fail(extended.error());
        if (const auto answered = ledger.answer(claim, *effect, {},
                                                {.what = u"deployment.created"_s, .item = claim.item}, {});
            !answered)
            return answered;
        return log.stageEnded(u"validate"_s, contract::StageStatus::Success);
    }

    Result<void> decide()
    {
        const auto waiting = m_backlog.list(
            {.types = {contract::type::ApproveRelease}, .states = {ItemState::Pending}, .limit = 3}, {});
        if (!waiting)
            return fail(waiting.error());
        for (const auto &approval : *waiting) {
            const auto decided = m_backlog.decide({approval.id, approval.version, chance(70), {}},
                                                  tests::person(u"carla"_s), {});
            if (!decided)
                return fail(decided.error());
            acknowledge("decided", approval.id, *decided ? (*decided)->id : 0);
        }
        return {};
    }

    Result<void> cancelOrRetry()
    {
        const auto items = m_backlog.list({.types = {contract::type::ExecutePipeline}, .limit = 5}, {});
        if (!items)
            return fail(items.error());
        for (const auto &item : *items) {
            Result<contract::BacklogItem> changed = item;
            if (item.state == ItemState::Failed || item.state == ItemState::Cancelled)
                changed = m_backlog.retry(item.id, tests::person(u"bruno"_s), {});
            else if (!item.isFinished() && chance(10))
                changed = m_backlog.cancel(item.id, tests::person(u"bruno"_s), {});
            if (!changed)
                return fail(changed.error());
        }
        return {};
    }

    store::Database &m_database;
    backlog::SqliteBacklog m_backlog;
    const Actor m_runner;
    QRandomGenerator m_random = QRandomGenerator::securelySeeded();
};

/// Completes what there is, until there is nothing more.
std::optional<Error> drain(store::Database &database, const QString &name)
{
    backlog::SqliteBacklog backlog(database);
    const Actor runner = tests::runner(name);
    for (;;) {
        const auto item = backlog.claim(tests::everything(), runner, 60s, {});
        if (!item)
            return item.error();
        if (!*item)
            return {};
        const auto follower = backlog.complete(tests::claimOf(**item, runner),
                                               {ItemState::Done, {}, tests::sampleApproval((*item)->id), {}}, {});
        if (!follower)
            return follower.error();
        acknowledge("completed", (*item)->id, follower->value_or(0));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = store::Database::open(arguments.value(2), {.busyMilliseconds = 60'000});
    const bool draining = arguments.value(1) == "drain"_L1;
    std::optional<Error> error;
    if (!database)
        error = database.error();
    else if (draining)
        error = drain(**database, arguments.value(3));
    else
        error = Churn(**database, arguments.value(3)).run();
    if (error)
        std::fprintf(stderr, "%s\n", qPrintable(error->text()));
    return error ? 1 : 0;
}
