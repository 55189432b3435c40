// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace pipeline::ui {

/// A piece of work that was sent to the pool. Destroying it, or assigning the next one, asks the work to stop and drops
/// its answer.
class Task {
public:
    Task() = default;
    explicit Task(std::shared_ptr<std::stop_source> stop) : m_stop(std::move(stop)) {}
    Task(Task &&other) noexcept : m_stop(std::move(other.m_stop)) {}
    Task &operator=(Task &&other) noexcept
    {
        cancel();
        m_stop = std::move(other.m_stop);
        return *this;
    }
    ~Task() { cancel(); }

    void cancel()
    {
        if (m_stop)
            m_stop->request_stop();
        m_stop.reset();
    }

private:
    std::shared_ptr<std::stop_source> m_stop;
};

/// Queues \a work on the threads of the window's pool; they are many, for one that hangs must not hold up the others.
void runInPool(std::function<void()> work);

/// Waits until the pool is idle; at the end of the program, and in tests.
void waitForPool();

/// Runs \a work(std::stop_token) on a thread of the pool and \a then(its result) on the GUI thread, unless \a context
/// was destroyed or the Task was cancelled in between. The one way from a widget to a service.
template<class Work, class Then>
[[nodiscard]] Task inBackground(QObject *context, Work work, Then then)
{
    auto stop = std::make_shared<std::stop_source>();
    runInPool([guard = QPointer<QObject>(context), stop, work = std::move(work), then = std::move(then)]() mutable {
        if (stop->stop_requested())
            return;
        auto result = std::make_shared<decltype(work(stop->get_token()))>(work(stop->get_token()));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, stop, result, then = std::move(then)]() mutable {
                if (guard && !stop->stop_requested())
                    then(std::move(*result));
            },
            Qt::QueuedConnection);
    });
    return Task(stop);
}

} // namespace pipeline::ui
