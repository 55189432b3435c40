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
        while (!end.stop_requested()) {
            const timespec pause{0, 100'000'000};
            const int signal = sigtimedwait(&set, nullptr, &pause);
            if (signal <= 0)
                continue;
            m_received = signal;
            m_stop.request_stop();
        }
    });
}

Signals::~Signals() = default;

} // namespace pipeline::cli
