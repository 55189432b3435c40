// SPDX-License-Identifier: Apache-2.0
#include "batch.h"

#include <algorithm>

namespace pipeline::validation {

Batch::Batch(const Validator &validator, const Options &options, std::function<void(FileReport)> receive)
    : m_validator(validator),
      m_options(options),
      m_receive(std::move(receive)),
      m_mostThreads(std::max(1U, std::thread::hardware_concurrency()))
{}

Batch::~Batch()
{
    finish();
}

void Batch::add(InputFile file)
{
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, [this] { return m_waiting.size() < m_mostThreads; });
    m_waiting.push(std::move(file));
    if (m_idle < m_waiting.size() && m_threads.size() < m_mostThreads)
        m_threads.emplace_back([this] { work(); });
    m_added.notify_one();
}

void Batch::finish()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    m_added.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Batch::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_added.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty())
            return;
        FileReport report;
        {
            const InputFile file = std::move(m_waiting.front());
            m_waiting.pop();
            lock.unlock();
            m_taken.notify_one();
            report = m_validator.validate(file, m_options);
        }
        lock.lock();
        m_receive(std::move(report));
    }
}

} // namespace pipeline::validation
