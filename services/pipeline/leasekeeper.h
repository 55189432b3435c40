// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace pipeline::runner {

/// How long leases last and how often they are renewed.
struct LeaseTimes {
    std::chrono::milliseconds lease = std::chrono::seconds(30);
    std::chrono::milliseconds heartbeat = std::chrono::seconds(10);
    std::chrono::milliseconds look = std::chrono::milliseconds(250); ///< for a cancellation
    std::chrono::milliseconds margin = std::chrono::seconds(5); ///< beyond an effect's time limit
};

/// Keeps the lease of one claimed item alive on a thread of its own, and stops the run when it must not go on.
class LeaseKeeper {
public:
    /// \a outside stops the run as well: the runner is asked to end.
    LeaseKeeper(backlog::Backlog &backlog, Claim claim, LeaseTimes times, std::stop_token outside);

    /// Requested when the lease is lost, a person cancels, or the runner is to end.
    std::stop_token stopToken() const { return m_stop.get_token(); }

    /// Makes the lease outlast an effect that takes at most \a limit. To be called right before the effect.
    Result<void> ensure(std::chrono::milliseconds limit);

    /// Looks at once for a cancellation and whether the lease still holds; else a stage that is quickly over would not
    /// notice.
    void refresh();

    /// Who cancelled; empty when nobody did.
    QString cancelledBy() const;
    bool isLost() const;

private:
    void loop(std::stop_token end);
    void look(const Result<backlog::Pulse> &pulse);

    backlog::Backlog &m_backlog;
    const Claim m_claim;
    const LeaseTimes m_times;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_outside;
    mutable std::mutex m_mutex; ///< guards what follows
    QString m_cancelledBy;
    bool m_lost = false;
    std::chrono::steady_clock::time_point m_lastRenewal;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace pipeline::runner
