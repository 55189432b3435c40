// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "validator.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

namespace pipeline::validation {

/// Validates files on several threads while they are still being read, and holds the bytes of a few at a time, however
/// many there are.
class Batch {
public:
    /// \a receive takes what is to be said of each file by itself as soon as it is known, in any order, on one thread
    /// at a time. All outlive the batch.
    Batch(const Validator &validator, const Options &options, std::function<void(FileReport)> receive);
    ~Batch();

    /// Takes a file; waits while all threads are busy.
    void add(InputFile file);

    /// Waits until all are done; nothing can be added any more.
    void finish();

private:
    void work();

    const Validator &m_validator;
    const Options &m_options;
    const std::function<void(FileReport)> m_receive;
    const size_t m_mostThreads;
    std::mutex m_mutex;
    std::condition_variable m_taken;
    std::condition_variable m_added;
    std::queue<InputFile> m_waiting;
    size_t m_idle = 0; ///< threads that wait for a file
    bool m_ended = false;
    std::vector<std::thread> m_threads;
};

} // namespace pipeline::validation
