// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner.h"

#include <functional>

namespace pipeline::runner {

/// What Runner::runNext() gave.
using Attempt = Result<std::optional<Outcome>>;

/// Makes one attempt at an item after another by \a runNext, for as long as \a goesOn says so before each; \a ended
/// hears how each ended. After one that found nothing, or no backlog, there is a pause of a second. All are called on
/// this thread.
void consume(const std::function<Attempt(std::stop_token)> &runNext, const std::function<bool()> &goesOn,
             const std::function<void(const Attempt &)> &ended, std::stop_token stop);

} // namespace pipeline::runner
