// SPDX-License-Identifier: Apache-2.0
#include "signals.h"

#include <csignal>

#include <pthread.h>

namespace pipeline::cli {

namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Signals::Signals()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_thread = std::jthread([this, set](std::stop_token end) {
        int signal = 0;
        while (sigwait(&set, &signal) == 0 && !end.stop_requested()) {
            m_received = signal;
            m_stop.request_stop();
        }
    });
}

Signals::~Signals()
{
    // The signal is only to wake the thread, so that the program ends at once.
    m_thread.request_stop();
    pthread_kill(m_thread.native_handle(), SIGTERM);
}

} // namespace pipeline::cli
