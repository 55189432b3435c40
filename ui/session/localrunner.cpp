// SPDX-License-Identifier: Apache-2.0
#include "localrunner.h"

#include "preferences.h"
#include "session.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

LocalRunner::LocalRunner(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::opened, this, [this] {
        if (m_on && m_state == State::Starting && !m_thread.joinable())
            begin();
        else
            restart();
    });
}

LocalRunner::~LocalRunner()
{
    m_on = false;
    m_thread = {};
}

QString LocalRunner::name() const
{
    const QString &configured = m_session.configuration().runner.name;
    return configured.isEmpty() ? m_session.actor().host : configured;
}

QString LocalRunner::words() const
{
    switch (m_state) {
    case State::Off:
        return tr("off");
    case State::Starting:
        return tr("on · starting");
    case State::Idle:
        return m_error ? tr("on · backlog out of reach") : tr("on · idle");
    case State::Running:
        if (items() > 1)
            return tr("on · %n items", nullptr, items());
        return m_items.first().isEmpty() ? tr("on · item %1").arg(m_items.firstKey())
                                         : tr("on · item %1 · %2").arg(m_items.firstKey()).arg(m_items.first());
    case State::Draining:
        if (items() > 1)
            return tr("ends after %n items", nullptr, items());
        return items() == 1 ? tr("ends after item %1").arg(m_items.firstKey()) : tr("stopping");
    case State::Stopping:
        return tr("stopping");
    }
    return {};
}

QString LocalRunner::icon() const
{
    switch (m_state) {
    case State::Off:
        return u"stop"_s;
    case State::Idle:
        return m_error ? u"warn"_s : u"ok"_s;
    case State::Running:
        return u"run"_s;
    default:
        return u"queued"_s;
    }
}

QString LocalRunner::tone() const
{
    switch (m_state) {
    case State::Idle:
        return m_error ? u"wait"_s : u"okay"_s;
    case State::Running:
    case State::Draining:
        return u"run"_s;
    default:
        return u"idle"_s;
    }
}

void LocalRunner::switchOn()
{
    m_on = true;
    m_error.reset();
    if (m_state == State::Draining) {
        m_drain = false;
        set(State::Running);
    } else if (m_state == State::Off) {
        set(State::Starting);
        if (m_session.services())
            begin();
    }
}

void LocalRunner::switchOff()
{
    m_on = false;
    m_drain = true;
    set(m_thread.joinable() ? State::Draining : State::Off);
}

void LocalRunner::stopNow()
{
    m_on = false;
    if (!m_thread.joinable()) {
        set(State::Off);
        return;
    }
    m_thread.request_stop();
    set(State::Stopping);
}

void LocalRunner::restart()
{
    if (m_on && m_thread.joinable())
        m_drain = true; // ended() begins again
}

void LocalRunner::begin()
{
    m_drain = false;
    const Actor &user = m_session.actor();
    m_thread = std::jthread([this, services = m_session.services(), jobs = preferences::runnerJobs(),
                             actor = Actor{name(), user.account, user.host, u"runner"_s}](std::stop_token stop) {
        work(*services, actor, jobs, stop);
        tell([this] { ended(); });
    });
}

/// On the runner's thread, with one more for each job and for the slot.
void LocalRunner::work(Services &services, const Actor &actor, int jobs, std::stop_token stop)
{
    const events::Listener listener = [this](const events::Event &event) { tell([this, event] { note(event); }); };
    const auto failed = [this](const Error &error) {
        tell([this, error] {
            m_error = error;
            m_on = false; // trying again would give the same
        });
    };
    std::vector<std::unique_ptr<runner::Runner>> runners;
    for (int job = 0; job < jobs; ++job) {
        auto runner = services.runner(actor, listener, stop);
        if (!runner)
            return failed(runner.error());
        runners.push_back(std::move(*runner));
    }
    std::unique_ptr<runner::UpdateRunner> slot;
    if (services.updateRunner) {
        auto opened = services.updateRunner(actor, listener);
        if (!opened)
            return failed(opened.error());
        slot = std::move(*opened);
    }
    const auto consume = [this, stop](auto *runner) {
        const auto next = [runner](std::stop_token token) { return runner->runNext(token); };
        const auto ended = [this](const runner::Attempt &attempt) { tell([this, attempt] { attempted(attempt); }); };
        runner::consume(next, [this] { return !m_drain; }, ended, stop);
    };
    std::vector<std::jthread> threads;
    for (const auto &runner : runners)
        threads.emplace_back(consume, runner.get());
    if (slot)
        threads.emplace_back(consume, slot.get());
}

void LocalRunner::note(const events::Event &event)
{
    emit heard(event);
    const bool isNew = !m_items.contains(event.item);
    QString &stage = m_items[event.item];
    const bool begins = event.kind == "stage"_L1 && event.payload["status"_L1] == "running"_L1;
    if (begins)
        stage = event.payload["stage"_L1].toString().toUpper();
    if (isNew || begins)
        set(m_state == State::Idle || m_state == State::Starting ? State::Running : m_state);
}

void LocalRunner::attempted(const runner::Attempt &attempt)
{
    m_error = !attempt && attempt.error().code != ErrorCode::Cancelled ? std::optional(attempt.error()) : std::nullopt;
    if (attempt && *attempt)
        m_items.remove((*attempt)->item);
    if (m_items.isEmpty() && m_state != State::Stopping && m_state != State::Draining)
        set(State::Idle);
    else
        emit changed();
}

void LocalRunner::ended()
{
    m_thread = {};
    m_items.clear();
    if (m_on) {
        set(State::Starting);
        begin();
    } else {
        set(State::Off);
    }
}

void LocalRunner::set(State state)
{
    m_state = state;
    emit changed();
}

void LocalRunner::tell(std::function<void()> what)
{
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

} // namespace pipeline::ui
