// SPDX-License-Identifier: Apache-2.0
#include "consume.h"

namespace pipeline::runner {

void consume(const std::function<Attempt(std::stop_token)> &runNext, const std::function<bool()> &goesOn,
             const std::function<void(const Attempt &)> &ended, std::stop_token stop)
{
    while (!stop.stop_requested() && goesOn()) {
        const Attempt attempt = runNext(stop);
        ended(attempt);
        const bool idle = !attempt || !*attempt;
        if (idle && goesOn())
            http::sleepFor(std::chrono::seconds(1), stop);
    }
}

} // namespace pipeline::runner
