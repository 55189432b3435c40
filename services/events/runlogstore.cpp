// SPDX-License-Identifier: Apache-2.0
#include "runlog.h"

#include "eventstore.h"
#include "store/database.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace pipeline::events {

namespace {

/// A worker's test can print without end; the console shows 100,000 lines.
constexpr int MaximumLogLines = 100'000;
constexpr auto GatheringTime = std::chrono::milliseconds(150);

/// What is written at once: a flood of lines must leave others, and their heartbeats, a chance to write.
constexpr size_t Portion = 500;

QString severityName(LogSeverity severity)
{
    switch (severity) {
    case LogSeverity::Info:
        return u"info"_s;
    case LogSeverity::Warning:
        return u"warn"_s;
    case LogSeverity::Error:
        return u"error"_s;
    }
    return {};
}

/// Keeps the table of stage states in step with the events.
Result<void> updateStage(store::Connection &connection, const Event &event)
{
    const QString stage = event.payload["stage"_L1].toString();
    if (stage.isEmpty())
        return {};
    const QString now = event.toJson()["at"_L1].toString();
    const QVariantList key{event.item, event.attempt, stage};
    Result<int> done = 0;
    if (event.kind == "progress"_L1)
        done = connection.execute(
            u"update run_stage set done = ?, total = ?, step = ? where item_id = ? and attempt = ? and stage = ?"_s,
            QVariantList{event.payload["done"_L1].toInt(), event.payload["total"_L1].toInt(),
                         event.payload["step"_L1].toString()}
                + key);
    else if (event.payload["status"_L1].toString() == "running"_L1)
        done = connection.execute(
            u"insert or replace into run_stage (item_id, attempt, stage, status, started_at, total) "
            "values (?, ?, ?, 'running', ?, ?)"_s,
            key + QVariantList{now, event.payload["total"_L1].toInt()});
    else
        done = connection.execute(
            u"insert into run_stage (item_id, attempt, stage, status, started_at, ended_at) values (?, ?, ?, ?, ?, ?) "
            "on conflict (item_id, attempt, stage) do update set status = excluded.status, ended_at = excluded.ended_at"_s,
            key + QVariantList{event.payload["status"_L1].toString(), now, now});
    return done ? Result<void>() : fail(done.error());
}

} // namespace

RunLog::RunLog(store::Database &database, Claim claim, Listener listener)
    : m_database(database),
      m_claim(std::move(claim)),
      m_listener(std::move(listener)),
      m_thread([this](std::stop_token stop) { loop(stop); })
{}

RunLog::~RunLog()
{
    m_thread.request_stop();
    m_thread.join();
    (void)flush(); // whoever wants to know has called flush() before
}

Result<void> RunLog::stageStarted(const QString &stage, int total)
{
    return write({u"stage"_s, {{u"stage"_s, stage}, {u"status"_s, u"running"_s}, {u"total"_s, total}}});
}

Result<void> RunLog::stageEnded(const QString &stage, contract::StageStatus status)
{
    return write({u"stage"_s, {{u"stage"_s, stage}, {u"status"_s, contract::toString(status)}}});
}

Result<void> RunLog::finding(const Finding &finding)
{
    return write({u"finding"_s, finding.toResultado()});
}

Result<void> RunLog::check(const contract::Check &check)
{
    return write({u"check"_s, check.toJson()});
}

void RunLog::progress(const QString &stage, int done, int total, const QString &step)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.push_back(
        {u"progress"_s, {{u"stage"_s, stage}, {u"done"_s, done}, {u"total"_s, total}, {u"step"_s, step}}});
    m_gathered.notify_all();
}

void RunLog::log(LogSeverity severity, const QString &source, const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    if (m_logLines > MaximumLogLines)
        return;
    const bool last = m_logLines++ == MaximumLogLines;
    m_pending.push_back(
        {u"log"_s,
         {{u"severity"_s, severityName(last ? LogSeverity::Warning : severity)},
          {u"source"_s, last ? u"log"_s : source},
          {u"text"_s, last ? u"More than %1 lines: the rest is left out"_s.arg(MaximumLogLines) : text}}});
    m_gathered.notify_all();
}

Result<void> RunLog::flush()
{
    const std::scoped_lock lock(m_mutex);
    return writeLocked();
}

Result<void> RunLog::write(NewEvent event)
{
    const std::scoped_lock lock(m_mutex);
    m_pending.push_back(std::move(event));
    (void)writeLocked(); // what the database does not take now stays pending
    return m_lost ? fail(*m_lost) : Result<void>();
}

Result<void> RunLog::writeLocked()
{
    Result<void> outcome;
    size_t done = 0;
    while (outcome && !m_lost && done < m_pending.size()) {
        const auto rest = std::span<const NewEvent>(m_pending).subspan(done);
        const auto portion = rest.first(std::min(Portion, rest.size()));
        const auto started = std::chrono::steady_clock::now();
        outcome = writePortion(portion);
        if (outcome)
            done += portion.size();
        else if (outcome.error().code == ErrorCode::LeaseLost)
            m_lost = outcome.error();
        // Whoever waits for the lock only looks now and then whether it is free.
        if (outcome && rest.size() > Portion)
            std::this_thread::sleep_for((std::chrono::steady_clock::now() - started) / 2);
    }
    if (m_lost) {
        m_pending.clear();
        return fail(*m_lost);
    }
    m_pending.erase(m_pending.begin(), m_pending.begin() + qsizetype(done));
    return outcome;
}

Result<void> RunLog::writePortion(std::span<const NewEvent> portion)
{
    const auto written = m_database.write(
        [&](store::Connection &connection) -> Result<QList<Event>> {
            if (const auto holds = requireClaim(connection, m_claim); !holds)
                return fail(holds.error());
            auto events = append(connection, m_claim.item, m_claim.attempt, portion);
            if (!events)
                return events;
            for (const Event &event : *events) {
                if (const auto updated = updateStage(connection, event); !updated)
                    return fail(updated.error());
            }
            return events;
        },
        {});
    if (!written)
        return fail(written.error());
    if (m_listener)
        std::ranges::for_each(*written, m_listener);
    return {};
}

void RunLog::loop(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (m_gathered.wait(lock, stop, [this] { return !m_pending.empty(); })) {
        lock.unlock();
        std::this_thread::sleep_for(GatheringTime);
        lock.lock();
        (void)writeLocked(); // a lost claim is told by the next call
    }
}

} // namespace pipeline::events
