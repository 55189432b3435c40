// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace pipeline::cli {

/// Turns SIGINT and SIGTERM into a stop request. To be made before any other thread, which inherits the blocked
/// signals.
class Signals {
public:
    Signals();
    ~Signals();

    std::stop_token stopToken() const { return m_stop.get_token(); }

    /// The signal that came, 0 when none did.
    int received() const { return m_received; }

private:
    std::stop_source m_stop;
    std::atomic<int> m_received = 0;
    std::jthread m_thread;
};

} // namespace pipeline::cli
