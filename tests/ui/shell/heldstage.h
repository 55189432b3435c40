// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pipeline/stage.h"
#include "ui/support/consolefixture.h"

#include <atomic>

namespace pipeline::tests {

/// A stage that lasts until it is let go, or until the run is stopped.
class HeldStage : public runner::Stage {
public:
    explicit HeldStage(std::shared_ptr<std::atomic<bool>> let) : m_let(std::move(let)) {}

    QString name() const override { return QStringLiteral("validate"); }
    Result<contract::StageStatus> run(runner::Run &run) override
    {
        while (!*m_let && !run.stop.stop_requested())
            http::sleepFor(std::chrono::milliseconds(5), run.stop);
        if (run.stop.stop_requested())
            return fail(ErrorCode::Cancelled, QStringLiteral("The stage was stopped"));
        run.release.emplace(); // what the follower is made of
        return contract::StageStatus::Success;
    }

private:
    const std::shared_ptr<std::atomic<bool>> m_let;
};

/// The console's services with a runner of `validar` whose one stage is held.
inline Result<std::shared_ptr<ui::Services>> heldServices(ConsoleFixture &console,
                                                          std::shared_ptr<std::atomic<bool>> let)
{
    auto services = console.services();
    (*services)->runner = [&console, let](const Actor &actor, const events::Listener &listener,
                                          std::stop_token) -> Result<std::unique_ptr<runner::Runner>> {
        runner::Stages stages;
        stages.validate.push_back(std::make_unique<HeldStage>(let));
        return std::make_unique<runner::Runner>(
            *console.backlog, *console.database, console.configuration,
            backlog::Capabilities{.validate = true, .environments = {}, .defaultEnvironment = {}}, actor,
            std::move(stages), runner::Options{.listener = listener});
    };
    return services;
}

} // namespace pipeline::tests
