// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services.h"

#include "pipeline/consume.h"

#include <QMap>
#include <QObject>

#include <atomic>
#include <optional>
#include <thread>

namespace pipeline::ui {

class Session;

/// A runner of this window: while it is on it takes items from the backlog, as many at a time as the user
/// has chosen, on threads of its own.
class LocalRunner : public QObject {
    Q_OBJECT

public:
    enum class State {
        Off,
        Starting, ///< waits for the backlog, or finds out what it can do
        Idle,
        Running,
        Draining, ///< ends the items under way, then is off
        Stopping, ///< gives the items under way back
    };

    explicit LocalRunner(Session &session, QObject *parent = nullptr);

    /// Stops as stopNow() does, and waits for it.
    ~LocalRunner() override;

    State state() const { return m_state; }
    bool isOn() const { return m_on; }
    int items() const { return int(m_items.size()); } ///< under way
    QString name() const;

    /// The state for the status bar: "on · idle".
    QString words() const;
    QString icon() const;
    QString tone() const;

    /// Why it does not run although it is on, or what the last look at the backlog gave.
    const std::optional<Error> &error() const { return m_error; }

    void switchOn();

    /// After the items under way.
    void switchOff();

    /// The items under way go back to the queue, for this runner later or for another.
    void stopNow();

    /// Begins anew after the items under way, with what is set by then.
    void restart();

signals:
    void changed();
    void heard(const pipeline::events::Event &event); ///< of its items, as they are written

private:
    void begin();
    void work(Services &services, const Actor &actor, int jobs, std::stop_token stop);
    void note(const events::Event &event);
    void attempted(const runner::Attempt &attempt);
    void ended();
    void set(State state);
    void tell(std::function<void()> what);

    Session &m_session;
    State m_state = State::Off;
    bool m_on = false;
    QMap<qint64, QString> m_items; ///< under way, with the stage of each
    std::optional<Error> m_error;
    std::atomic<bool> m_drain = false;
    std::jthread m_thread;
};

} // namespace pipeline::ui
