// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace pipeline::store {

/// Tells when any connection of any process has committed to an SQLite file.
///
/// It watches the write-ahead log's file and looks slowly beside, for where files cannot be watched.
class ChangeWatch {
public:
    struct Pace {
        std::chrono::milliseconds atMostEach{100}; ///< between two calls of `changed`
        std::chrono::milliseconds fallback{2000}; ///< how often to look without being told
    };

    /// \a changed is called on the watch's own thread, once for all the commits since the last call; and once as soon
    /// as the watch has begun, so that what is read from then on misses nothing.
    ChangeWatch(const QString &fileName, std::function<void()> changed)
        : ChangeWatch(fileName, std::move(changed), Pace())
    {}
    ChangeWatch(const QString &fileName, std::function<void()> changed, Pace pace);

    /// `changed` is not called any more once this returns.
    ~ChangeWatch();
    ChangeWatch(const ChangeWatch &) = delete;
    ChangeWatch &operator=(const ChangeWatch &) = delete;

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace pipeline::store
