// SPDX-License-Identifier: Apache-2.0
#include "localrunner.h"

#include "session.h"

#include "pipeline/consume.h"

using namespace Qt::StringLiterals;

namespace pipeline::ui {

LocalRunner::LocalRunner(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::opened, this, [this] {
        if (!m_on)
            return;
        if (m_state == State::Starting && !m_thread.joinable())
            begin();
        else
            m_drain = true; // ended() begins again, with the services that are new
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
        return m_stage.isEmpty() ? tr("on · item %1").arg(*m_item) : tr("on · item %1 · %2").arg(*m_item).arg(m_stage);
    case State::Draining:
        return m_item ? tr("ends after item %1").arg(*m_item) : tr("stopping");
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

void LocalRunner::begin()
{
    m_drain = false;
    const Actor &user = m_session.actor();
    m_thread = std::jthread([this, services = m_session.services(),
                             actor = Actor{name(), user.account, user.host, u"runner"_s}](std::stop_token stop) {
        work(services, actor, stop);
        tell([this] { ended(); });
    });
}

/// On the runner's thread.
void LocalRunner::work(std::shared_ptr<Services> services, const Actor &actor, std::stop_token stop)
{
    const auto runner = services->runner(
        actor, [this](const events::Event &event) { tell([this, event] { heard(event); }); }, stop);
    if (!runner) {
        tell([this, error = runner.error()] {
            m_error = error;
            m_on = false; // trying again would give the same
        });
        return;
    }
    const auto ended = [this](const runner::Attempt &attempt) {
        tell([this, error = attempt ? std::nullopt : std::optional(attempt.error())] {
            m_error = error && error->code != ErrorCode::Cancelled ? error : std::nullopt;
            m_item.reset();
            m_stage.clear();
            if (m_state != State::Stopping && m_state != State::Draining)
                set(State::Idle);
        });
    };
    const auto next = [&runner](std::stop_token token) { return (*runner)->runNext(token); };
    runner::consume(
        next, [this] { return !m_drain; }, ended, stop);
}

void LocalRunner::heard(const events::Event &event)
{
    m_item = event.item;
    if (event.kind == "stage"_L1 && event.payload["status"_L1] == "running"_L1)
        m_stage = event.payload["stage"_L1].toString().toUpper();
    else if (m_state != State::Idle && m_state != State::Starting)
        return;
    set(m_state == State::Idle || m_state == State::Starting ? State::Running : m_state);
}

void LocalRunner::ended()
{
    m_thread = {};
    m_item.reset();
    m_stage.clear();
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
