// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "composition.h"

#include "support/installation.h"
#include "support/resultchecks.h"

#include <future>

namespace pipeline::tests {

/// A runner of an installation, put together as the programs do it, that takes its next item on a thread of its own.
class RunnerUnderWay {
public:
    using Ended = Result<std::optional<runner::Outcome>>;

    RunnerUnderWay(const Installation &installation, runner::Options options)
        : m_composition(installation.configuration(), installation.variables())
    {
        const Actor actor{QStringLiteral("r1"), QStringLiteral("login"), QStringLiteral("host"),
                          QStringLiteral("runner")};
        auto made = m_composition.runner(actor, std::move(options), {});
        if (!made)
            QTest::qFail(qPrintable(made.error().text()), __FILE__, __LINE__);
        else
            m_runner = std::move(*made);
    }

    void start()
    {
        m_ended = std::async(std::launch::async, [this] { return m_runner->runNext(m_stop.get_token()); });
    }

    /// What SIGTERM does.
    void stop() { m_stop.request_stop(); }

    bool hasEnded() const { return m_ended.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }

    /// How the attempt ended; fails the test when it does not.
    runner::Outcome outcome()
    {
        if (m_ended.wait_for(std::chrono::seconds(60)) != std::future_status::ready) {
            QTest::qFail("the attempt did not end", __FILE__, __LINE__);
            m_stop.request_stop();
        }
        const Ended ended = m_ended.get();
        if (!ended || !*ended)
            QTest::qFail(ended ? "there was no item" : qPrintable(ended.error().text()), __FILE__, __LINE__);
        return ended && *ended ? **ended : runner::Outcome();
    }

    runner::Outcome run()
    {
        start();
        return outcome();
    }

    backlog::Backlog &backlog() { return **m_composition.backlog(); }
    store::Database &database() { return **m_composition.database(); }

private:
    app::Composition m_composition;
    std::unique_ptr<runner::Runner> m_runner;
    std::stop_source m_stop;
    std::future<Ended> m_ended;
};

} // namespace pipeline::tests
