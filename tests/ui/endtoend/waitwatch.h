// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace pipeline::tests {

/// Counts how often the thread that made it waits for another thread.
///
/// Every call of a service that blocks waits on a condition variable while a thread of the service does the work, so a
/// thread that never waits has called none. One at a time.
class WaitWatch {
public:
    WaitWatch();
    ~WaitWatch();
    WaitWatch(const WaitWatch &) = delete;
    WaitWatch &operator=(const WaitWatch &) = delete;

    int waits() const;
};

} // namespace pipeline::tests
