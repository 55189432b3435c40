// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services.h"

#include <QObject>

#include <atomic>
#include <optional>
#include <thread>

namespace pipeline::ui {

class Session;

/// A runner of this window: while it is on it takes items from the backlog, one at a time, on a thread of its own.
class LocalRunner : public QObject {
    Q_OBJECT

public:
    enum class State {
        Off,
        Starting, ///< waits for the backlog, or finds out what it can do
        Idle,
        Running,
        Draining, ///< ends the item under way, then is off
        Stopping, ///< gives the item under way back
    };

    explicit LocalRunner(Session &session, QObject *parent = nullptr);

    /// Stops as stopNow() does, and waits for it.
    ~LocalRunner() override;

    State state() const { return m_state; }
    bool isOn() const { return m_on; }
    bool hasItem() const { return m_item.has_value(); }
    QString name() const;

    /// The state for the status bar: "on · idle".
    QString words() const;
    QString icon() const;
    QString tone() const;

    /// Why it does not run although it is on, or what the last look at the backlog gave.
    const std::optional<Error> &error() const { return m_error; }

    void switchOn();

    /// After the item under way.
    void switchOff();

    /// The item under way goes back to the queue, for this runner later or for another.
    void stopNow();

signals:
    void changed();

private:
    void begin();
    void work(std::shared_ptr<Services> services, const Actor &actor, std::stop_token stop);
    void heard(const events::Event &event);
    void ended();
    void set(State state);
    void tell(std::function<void()> what);

    Session &m_session;
    State m_state = State::Off;
    bool m_on = false;
    std::optional<qint64> m_item;
    QString m_stage;
    std::optional<Error> m_error;
    std::atomic<bool> m_drain = false;
    std::jthread m_thread;
};

} // namespace pipeline::ui
