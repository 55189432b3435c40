// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "event.h"

#include "models/claim.h"
#include "models/contract/pipelineresult.h"
#include "models/result.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>

namespace pipeline::store {
class Connection;
class Database;
} // namespace pipeline::store

namespace pipeline::events {

enum class LogSeverity { Info, Warning, Error };

/// Called with each event after it was written, on the thread that wrote it.
using Listener = std::function<void(const Event &)>;

/// What one attempt writes while it runs: stage states, progress, log lines, findings, checks.
///
/// Log lines and progress are gathered and written a few times a second; everything else is written, with what was
/// gathered before it, before the call returns. What a locked or full database does not take is kept and written with
/// what comes next, for a moment's lock must not cost an attempt. Nothing is written any more once the claim is lost:
/// calls then give LeaseLost, and no other error. May be used from several threads.
class RunLog {
public:
    RunLog(store::Database &database, Claim claim, Listener listener);
    ~RunLog();
    RunLog(const RunLog &) = delete;
    RunLog &operator=(const RunLog &) = delete;

    const Claim &claim() const { return m_claim; }

    Result<void> stageStarted(const QString &stage, int total);
    Result<void> stageEnded(const QString &stage, contract::StageStatus status);
    Result<void> finding(const Finding &finding);
    Result<void> check(const contract::Check &check);

    void progress(const QString &stage, int done, int total, const QString &step);
    void log(LogSeverity severity, const QString &source, const QString &text);

    /// Writes what is gathered. LeaseLost, and the database's error when it does not take it.
    Result<void> flush();

private:
    Result<void> write(NewEvent event);
    Result<void> writeLocked();
    Result<void> writePortion(std::span<const NewEvent> portion);
    void loop(std::stop_token stop);

    store::Database &m_database;
    const Claim m_claim;
    const Listener m_listener;
    std::mutex m_mutex; ///< guards what follows, and keeps writes in order
    std::vector<NewEvent> m_pending;
    std::optional<Error> m_lost; ///< the claim, and since then nothing is written
    int m_logLines = 0;
    std::condition_variable_any m_gathered;
    std::jthread m_thread;
};

} // namespace pipeline::events
