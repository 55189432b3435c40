// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner.h"

#include <functional>

namespace pipeline::runner {

/// What Runner::runNext() gave.
using Attempt = Result<std::optional<Outcome>>;

/// Runs one item after another, for as long as \a goesOn says so before each; \a ended hears how each attempt ended.
/// After one that found nothing, or no backlog, there is a pause of a second. Both are called on this thread.
void consume(Runner &runner, const std::function<bool()> &goesOn, const std::function<void(const Attempt &)> &ended,
             std::stop_token stop);

} // namespace pipeline::runner
