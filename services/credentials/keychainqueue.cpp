// SPDX-License-Identifier: Apache-2.0
#include "keychainqueue.h"

#include "secretservice.h"

using namespace Qt::StringLiterals;

namespace pipeline::credentials {

KeychainQueue &KeychainQueue::ofProcess()
{
    static auto *queue = new KeychainQueue; // not destroyed at exit, where a job could still wait for its answer
    return *queue;
}

KeychainQueue::KeychainQueue()
{
    m_thread.setObjectName(u"keychain"_s);
    moveToThread(&m_thread);
    m_thread.start();
}

std::optional<KeychainAnswer> KeychainQueue::ask(const MakeJob &makeJob, std::chrono::milliseconds limit,
                                                 std::stop_token stop)
{
    const auto call = std::make_shared<Call>();
    call->makeJob = makeJob;
    QMetaObject::invokeMethod(this, [this, call] { enqueue(call); }, Qt::QueuedConnection);

    std::unique_lock lock(call->mutex);
    call->answered.wait_for(lock, stop, limit, [&] { return call->answer.has_value(); });
    call->abandoned = true;
    return call->answer;
}

void KeychainQueue::enqueue(std::shared_ptr<Call> call)
{
    m_waiting.push_back(std::move(call));
    if (!m_busy)
        beginNext();
}

void KeychainQueue::beginNext()
{
    m_busy = false;
    while (!m_waiting.empty() && !m_busy) {
        const std::shared_ptr<Call> call = m_waiting.front();
        m_waiting.pop_front();
        const std::lock_guard lock(call->mutex);
        if (call->abandoned)
            continue;
        m_busy = true;
        QKeychain::Job *job = call->makeJob();
        connect(job, &QKeychain::Job::finished, this,
                [this, call](QKeychain::Job *finished) { finish(call, finished); });
        job->start();
    }
}

void KeychainQueue::finish(const std::shared_ptr<Call> &call, QKeychain::Job *job)
{
    KeychainAnswer answer{job->error(), job->errorString(), {}};
    if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
        answer.data = read->binaryData();
    if (answer.error != QKeychain::EntryNotFound)
        return deliver(*call, answer);
    // A prompt to unlock that was dismissed, or could not be shown, looks as if there were no such secret.
    askWhetherLocked(job->service(), job->key(), this, [this, call, answer](bool isLocked) mutable {
        answer.isLocked = isLocked;
        deliver(*call, answer);
    });
}

void KeychainQueue::deliver(Call &call, const KeychainAnswer &answer)
{
    {
        const std::lock_guard lock(call.mutex);
        call.answer = answer;
    }
    call.answered.notify_all();
    // Not from within the signal: QtKeychain's own queue hears of it after us.
    QMetaObject::invokeMethod(this, [this] { beginNext(); }, Qt::QueuedConnection);
}

} // namespace pipeline::credentials
