// SPDX-License-Identifier: Apache-2.0
#include "runcommand.h"

#include "../runprinter.h"

#include "pipeline/consume.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

/// What several jobs together came to: the worst exit code, by the contract's table.
class Verdict {
public:
    void add(const runner::Outcome &outcome)
    {
        if (outcome.error)
            worsen(exitCode(outcome.error->code));
        else if (outcome.state != contract::ItemState::Done)
            worsen(1);
    }
    void worsen(int code)
    {
        int worst = m_code;
        while (worst < code && !m_code.compare_exchange_weak(worst, code)) {}
    }
    int code() const { return m_code; }

private:
    std::atomic<int> m_code = 0;
};

enum class Until { One, Drained, Stopped };

using RunNext = std::function<runner::Attempt(std::stop_token)>;

/// One job: attempts one after another; with \a others for as long as one of those works.
void work(const RunNext &runNext, Until until, Verdict &verdict, std::atomic<int> &attempts, RunPrinter &printer,
          std::stop_token stop, const std::atomic<int> *others = nullptr)
{
    bool goesOn = true;
    const auto ended = [&](const runner::Attempt &attempt) {
        if (!attempt && stop.stop_requested())
            return;
        // A watching runner outlives its database being away for a while.
        goesOn = until == Until::Stopped ? attempt || isTransient(attempt.error().code)
                                         : until == Until::Drained && attempt && (*attempt || (others && *others > 0));
        if (!attempt) {
            printer.error(attempt.error());
            if (!goesOn)
                verdict.worsen(exitCode(attempt.error().code));
        } else if (*attempt) {
            ++attempts;
            verdict.add(**attempt);
            printer.outcome(**attempt);
        }
    };
    runner::consume(runNext, [&goesOn] { return goesOn; }, ended, stop);
}

} // namespace

Synopsis RunCommand::synopsis() const
{
    return {
        .name = u"run"_s,
        .summary = u"Take items from the backlog and run them"_s,
        .text = u"An executar_pipeline item goes through VALIDATE and TEST (modo validar) or DEPLOY and VERIFY "
                "(modo implantar). This machine claims only what it can do; `doctor` says what that is. An item that "
                "names no ambiente is for --environment, else for the default one. Beside its jobs a runner has one "
                "slot for "
                "the atualizar_servidor items of this host, where a repository has a `clone`.\n\n"
                "Progress and findings go to standard error, one line for each ended item to standard output. With "
                "--format json every event is a line of JSON on standard output; the last of an item is "
                "{\"event\":\"finished\",…}.\n\nSIGINT or SIGTERM stops the items under way in good order: they are "
                "pending again."_s,
        .options = {{.name = u"once"_s, .description = u"One attempt of one item."_s},
                    {.name = u"drain"_s, .description = u"Until nothing can be claimed now."_s},
                    {.name = u"watch"_s, .description = u"Until SIGTERM or SIGINT."_s},
                    {.name = u"jobs"_s,
                     .description = u"Items at a time, with --drain and --watch."_s,
                     .value = u"N"_s,
                     .fallback = u"1"_s,
                     .range = {{1, 8}}}},
        .exitCodes = {{0, u"All went well, or there was nothing to do."_s},
                      {1, u"An item ended in falha."_s},
                      wrongCall(),
                      {3, u"Something was out of reach, retries included."_s},
                      {130, u"Interrupted."_s}},
        .examples = {u"run --once"_s, u"run --watch --jobs 2"_s}};
}

int RunCommand::run(Call &call)
{
    const bool once = call.arguments.isSet(u"once"_s);
    const bool drain = call.arguments.isSet(u"drain"_s);
    const bool watch = call.arguments.isSet(u"watch"_s);
    if (int(once) + int(drain) + int(watch) != 1)
        return call.misused(u"run needs exactly one of --once, --drain and --watch"_s);
    const int jobs = call.arguments.value(u"jobs"_s).toInt();

    const QString name = call.app.configuration().runner.name;
    const Actor actor{name.isEmpty() ? call.actor.host : name, call.actor.account, call.actor.host, u"runner"_s};
    RunPrinter printer(call);
    runner::Options options;
    options.listener = [&printer](const events::Event &event) { printer.event(event); };
    if (const QString warning = call.app.sandbox().warning(); !warning.isEmpty())
        printer.note(warning);
    std::vector<std::unique_ptr<runner::Runner>> runners;
    for (int job = 0; job < (once ? 1 : jobs); ++job) {
        auto runner = call.app.runner(actor, options, call.stop);
        if (!runner)
            return call.report(runner.error());
        runners.push_back(std::move(*runner));
    }
    const auto slot = call.app.updateRunner(actor, options);
    if (!slot)
        return call.report(slot.error());
    const Until until = once ? Until::One : drain ? Until::Drained : Until::Stopped;
    Verdict verdict;
    std::atomic<int> attempts = 0;
    std::atomic<int> updates = 0;
    const RunNext update = [&](std::stop_token stop) -> runner::Attempt {
        auto attempt = *slot ? (*slot)->runNext(stop) : std::nullopt;
        if (attempt && *attempt)
            ++updates;
        return attempt;
    };
    if (once) {
        const RunNext either = [&](std::stop_token stop) {
            auto attempt = update(stop);
            return attempt && !*attempt ? runners.front()->runNext(stop) : attempt;
        };
        work(either, until, verdict, attempts, printer, call.stop);
    }
    int before = -1;
    while (!once && !call.stop.stop_requested() && before != updates) { // an update may have left more to do
        before = updates;
        std::atomic<int> working = int(runners.size());
        std::vector<std::jthread> threads;
        for (const auto &runner : runners)
            threads.emplace_back([&] {
                work([&](std::stop_token stop) { return runner->runNext(stop); }, until, verdict, attempts, printer,
                     call.stop);
                --working;
            });
        if (*slot)
            work(update, until, verdict, attempts, printer, call.stop, &working);
    }
    if (attempts == 0 && until != Until::Stopped && !call.stop.stop_requested())
        printer.nothingToDo();
    // An orderly end on SIGTERM is what a watching runner is asked for.
    return watch && call.stop.stop_requested() ? 0 : verdict.code();
}

} // namespace pipeline::cli
