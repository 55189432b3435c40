// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <type_traits>

namespace pipeline::runner {

/// Repeats a write that the database does not take, for at most \a limit, a lease: what an attempt came to must not be
/// lost to a moment's lock. The fence keeps it from being written over somebody else's.
template<class F>
std::invoke_result_t<F> insist(std::chrono::milliseconds limit, F &&write)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (true) {
        auto written = write();
        const bool mayPass = !written
            && (written.error().code == ErrorCode::Unreachable || written.error().code == ErrorCode::Storage);
        if (!mayPass || std::chrono::steady_clock::now() >= deadline)
            return written;
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
}

/// The pause before the attempt after \a attempt.
inline std::chrono::milliseconds backOff(std::chrono::milliseconds first, int attempt)
{
    constexpr auto longest = std::chrono::milliseconds(std::chrono::minutes(30));
    return std::min(first * (1 << std::clamp(attempt - 1, 0, 10)), longest);
}

} // namespace pipeline::runner
