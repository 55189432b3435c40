// SPDX-License-Identifier: Apache-2.0
#include "smokerun.h"

#include "camunda/decisions.h"
#include "camunda/instances.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace pipeline::runner {

namespace {

constexpr qint64 LargestFile = 1024 * 1024;
constexpr int LongestWait = 600; ///< s

/// Stops what takes longer than a while; for what has to be tried although the run was stopped.
class TimeLimit {
public:
    explicit TimeLimit(std::chrono::milliseconds limit)
        : m_timer([this, limit](std::stop_token end) {
              if (http::sleepFor(limit, end))
                  m_stop.request_stop();
          })
    {}

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::jthread m_timer;
};

QString compact(const QJsonArray &rows)
{
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

/// Whether each row has what is expected of it; it may have other outputs besides.
bool matches(const QJsonArray &rows, const QJsonArray &expected)
{
    if (rows.size() != expected.size())
        return false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject row = rows[i].toObject();
        const QJsonObject wanted = expected[i].toObject();
        for (auto field = wanted.begin(); field != wanted.end(); ++field) {
            if (row[field.key()] != field.value())
                return false;
        }
    }
    return true;
}

} // namespace

QString SmokeRun::businessKeyPrefix() const
{
    return u"smoke:%1:"_s.arg(m_run.context.releaseRef);
}

Result<void> SmokeRun::runAll(const Surroundings &around)
{
    if (m_run.environment.smoke == SmokeTests::All) {
        if (const auto removed = removeLeftovers(); !removed)
            return removed;
    }
    for (const QString &product : m_run.release->products()) {
        QStringList keys;
        for (const plan::PlannedFile &file : around.filesOf(m_run, product))
            keys += file.facts.keys();
        if (const auto done = runProduct(product, keys); !done)
            return done;
    }
    return {};
}

Result<void> SmokeRun::removeLeftovers()
{
    const auto instances = camunda::findInstances(m_engine, businessKeyPrefix(), m_run.stop);
    if (!instances)
        return fail(instances.error());
    if (instances->isEmpty())
        return {};
    m_run.warn(u"smoke"_s, u"Deleting %1 instances, which an earlier run left"_s.arg(instances->size()));
    return removeInstances(businessKeyPrefix(), m_run.stop);
}

/// Deletes all instances whose business key begins so.
Result<void> SmokeRun::removeInstances(const QString &businessKey, std::stop_token stop)
{
    const auto instances = camunda::findInstances(m_engine, businessKey, stop);
    if (!instances)
        return fail(instances.error());
    for (const camunda::Instance &instance : *instances) {
        if (const auto deleted = camunda::deleteInstance(m_engine, instance.id, stop); !deleted)
            return deleted;
    }
    return {};
}

Result<void> SmokeRun::runProduct(const QString &product, const QStringList &keys)
{
    const auto entries = m_artefacts.list(m_run.release->filesOf(product).first().artefact.sha, product + "/smoke"_L1,
                                          m_run.stop);
    if (!entries)
        return fail(entries.error());
    for (const repository::TreeEntry &entry : *entries) {
        if (entry.kind != repository::EntryKind::File || !entry.path.endsWith(".json"_L1))
            continue;
        const auto bytes = m_artefacts.read({entry}, LargestFile, m_run.stop);
        if (!bytes)
            return fail(bytes.error());
        const auto done = m_list.add(u"smoke %1"_s.arg(entry.path), [&] { return runFile(bytes->first(), keys); });
        if (!done)
            return done;
    }
    return {};
}

Result<Finished> SmokeRun::runFile(const QByteArray &bytes, const QStringList &keys)
{
    QJsonParseError error;
    const QJsonObject test = QJsonDocument::fromJson(bytes, &error).object();
    if (error.error != QJsonParseError::NoError)
        return failed(u"It is not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const QString decision = test["decision"_L1].toString();
    const QString process = test["process"_L1].toString();
    if (decision.isEmpty() == process.isEmpty())
        return failed(u"It must name either a decision or a process"_s);
    const QString key = decision + process;
    const auto allowed = m_run.environment.smoke;
    if (!keys.contains(key))
        return skipped(u"The release does not carry %1"_s.arg(key));
    if (allowed == SmokeTests::None || (allowed == SmokeTests::Decisions && decision.isEmpty()))
        return skipped(u"The environment %1 does not allow it (smoke)"_s.arg(m_run.environment.name));
    return decision.isEmpty() ? runProcess(key, test) : runDecision(key, test);
}

Result<Finished> SmokeRun::runDecision(const QString &key, const QJsonObject &test)
{
    const auto rows = camunda::evaluateDecision(m_engine, key, test["variables"_L1].toObject(), m_run.stop);
    if (!rows)
        return fail(rows.error());
    const QJsonArray expected = test["expect"_L1].toArray();
    if (matches(*rows, expected))
        return passed(compact(*rows));
    return failed(u"It gave %1, expected was %2"_s.arg(compact(*rows), compact(expected)));
}

Result<Finished> SmokeRun::runProcess(const QString &key, const QJsonObject &test)
{
    const QString businessKey = businessKeyPrefix() + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto outcome = camunda::startProcess(m_engine, key, businessKey, test["variables"_L1].toObject(), m_run.stop)
                             .and_then([&](const camunda::Instance &started) {
                                 m_run.checkpoint("smoke-started"_L1);
                                 return watch(started.id, test["expect"_L1].toObject(),
                                              std::clamp(test["within_s"_L1].toInt(20), 1, LongestWait));
                             });
    // Whatever happened, for a start whose answer was lost may have been made; within a time of its own, for a run that
    // was stopped must end soon and what it started must not stay.
    const TimeLimit limit(std::chrono::seconds(5));
    if (const auto removed = removeInstances(businessKey, limit.token()); !removed && outcome)
        return failed(u"Its instance %1 could not be deleted. %2"_s.arg(businessKey, removed.error().text()));
    return outcome;
}

Result<Finished> SmokeRun::watch(const QString &instance, const QJsonObject &expect, int seconds)
{
    const QString activity = expect["reaches"_L1].toString();
    QElapsedTimer timer;
    timer.start();
    while (true) {
        if (activity.isEmpty()) {
            const auto state = camunda::instance(m_engine, instance, m_run.stop);
            if (!state)
                return fail(state.error());
            if (state->ended)
                return passed(u"It ended after %1 ms"_s.arg(timer.elapsed()));
        } else {
            const auto reached = camunda::hasReached(m_engine, instance, activity, m_run.stop);
            if (!reached)
                return fail(reached.error());
            if (*reached)
                return passed(u"It reached %1 after %2 ms"_s.arg(activity).arg(timer.elapsed()));
        }
        if (timer.hasExpired(qint64(seconds) * 1000))
            return failed(activity.isEmpty() ? u"It did not end within %1 s"_s.arg(seconds)
                                             : u"It did not reach %1 within %2 s"_s.arg(activity).arg(seconds));
        if (!http::sleepFor(std::chrono::milliseconds(200), m_run.stop))
            return fail(ErrorCode::Cancelled, u"Stopped while a smoke test was running"_s);
    }
}

} // namespace pipeline::runner
