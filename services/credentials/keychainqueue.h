// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace pipeline::credentials {

/// What a keychain said.
struct KeychainAnswer {
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    QByteArray data; ///< of a read
    bool isLocked = false; ///< EntryNotFound only because nobody unlocked the keychain
};

/// Runs keychain jobs one after the other on a thread of its own, which has the event loop that they need.
///
/// QtKeychain keeps all jobs of a process in one queue, which belongs to the thread that used it first and waits for
/// the job at its head. So there is one such thread for all stores, it never ends, and a job is begun only when the one
/// before has been answered; what nobody waits for any more is not begun at all.
class KeychainQueue : public QObject {
public:
    using MakeJob = std::function<QKeychain::Job *()>; ///< called on the queue's thread

    static KeychainQueue &ofProcess();

    /// Nothing when no answer came within \a limit, or \a stop was requested. The job itself may then still be waiting
    /// for somebody to unlock the keychain; its answer is dropped.
    std::optional<KeychainAnswer> ask(const MakeJob &makeJob, std::chrono::milliseconds limit, std::stop_token stop);

private:
    struct Call {
        MakeJob makeJob;
        std::mutex mutex;
        std::condition_variable_any answered;
        std::optional<KeychainAnswer> answer;
        bool abandoned = false;
    };

    KeychainQueue();
    void enqueue(std::shared_ptr<Call> call);
    void beginNext();
    void finish(const std::shared_ptr<Call> &call, QKeychain::Job *job);
    void deliver(Call &call, const KeychainAnswer &answer);

    QThread m_thread;
    std::deque<std::shared_ptr<Call>> m_waiting; ///< of the queue's thread only
    bool m_busy = false; ///< of the queue's thread only
};

} // namespace pipeline::credentials
