// SPDX-License-Identifier: Apache-2.0
#include "releasesfigures.h"

namespace pipeline::ui {

Result<ReleasesFigures> readReleasesFigures(const backlog::ReleaseHistory &history,
                                            const backlog::ReleaseFilter &filter, std::stop_token stop)
{
    backlog::ReleaseFilter all = filter;
    all.states.clear();
    const auto groups = history.groups(all, backlog::ReleaseGrouping::Sprint, stop);
    if (!groups)
        return fail(groups.error());
    const auto running = history.countInAnEnvironment(all, stop);
    if (!running)
        return fail(running.error());
    const auto preparers = history.preparers(stop);
    if (!preparers)
        return fail(preparers.error());
    ReleasesFigures figures{{}, groups->size(), *running, *preparers};
    for (const backlog::ReleaseGroup &group : *groups) {
        for (size_t i = 0; i < group.states.size(); ++i)
            figures.states.states[i] += group.states[i];
    }
    return figures;
}

} // namespace pipeline::ui
