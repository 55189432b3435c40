// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <chrono>
#include <stop_token>

namespace pipeline::process {

/// Makes \a target, which must not exist, a copy of the folder \a source with owners, times and links; it shares the
/// bytes where the file system can. Errors: Storage, TimedOut, Cancelled.
Result<void> copyFolder(const QString &source, const QString &target, std::chrono::milliseconds timeLimit,
                        std::stop_token stop);

} // namespace pipeline::process
