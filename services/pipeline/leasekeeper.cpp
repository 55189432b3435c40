// SPDX-License-Identifier: Apache-2.0
#include "leasekeeper.h"

namespace pipeline::runner {

using std::chrono::steady_clock;

LeaseKeeper::LeaseKeeper(backlog::Backlog &backlog, Claim claim, LeaseTimes times, std::stop_token outside)
    : m_backlog(backlog),
      m_claim(std::move(claim)),
      m_times(times),
      m_outside(std::move(outside), [this] { m_stop.request_stop(); }),
      m_lastRenewal(steady_clock::now()),
      m_thread([this](std::stop_token end) { loop(end); })
{}

Result<void> LeaseKeeper::ensure(std::chrono::milliseconds limit)
{
    const auto pulse = m_backlog.extend(m_claim, std::max(limit + m_times.margin, m_times.lease), {});
    look(pulse);
    return pulse ? Result<void>() : fail(pulse.error());
}

void LeaseKeeper::refresh()
{
    look(m_backlog.pulse(m_claim, {}));
}

QString LeaseKeeper::cancelledBy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_cancelledBy;
}

bool LeaseKeeper::isLost() const
{
    const std::scoped_lock lock(m_mutex);
    return m_lost;
}

void LeaseKeeper::loop(std::stop_token end)
{
    auto nextHeartbeat = steady_clock::now() + m_times.heartbeat;
    while (!end.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, end, m_times.look, [] { return false; });
        }
        if (end.stop_requested())
            return;
        if (steady_clock::now() >= nextHeartbeat) {
            nextHeartbeat += m_times.heartbeat;
            look(m_backlog.extend(m_claim, m_times.lease, end));
        } else {
            look(m_backlog.pulse(m_claim, end));
        }
    }
}

void LeaseKeeper::look(const Result<backlog::Pulse> &pulse)
{
    const std::scoped_lock lock(m_mutex);
    if (pulse) {
        m_lastRenewal = steady_clock::now();
        m_cancelledBy = pulse->cancelRequestedBy;
    } else if (pulse.error().code == ErrorCode::LeaseLost) {
        m_lost = true;
    } else if (steady_clock::now() - m_lastRenewal > m_times.lease) {
        // The database is away for longer than a lease: somebody else may hold the item by now.
        m_lost = true;
    }
    if (m_lost || !m_cancelledBy.isEmpty())
        m_stop.request_stop();
}

} // namespace pipeline::runner
