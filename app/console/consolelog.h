// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logs/logfolder.h"
#include "ui/shell/toasts.h"

#include <QObject>

namespace pipeline::events {
struct Event;
}

namespace pipeline::ui {
struct Liveness;
class LocalRunner;
class Session;
} // namespace pipeline::ui

namespace pipeline::app {

/// Writes to the log files what the window's runner does, what the user is told, what is lost and found again, and what
/// Qt warns of. One at a time.
class ConsoleLog : public QObject {
    Q_OBJECT

public:
    ConsoleLog(const ui::Session &session, const ui::LocalRunner &runner);
    ~ConsoleLog() override;

    logs::LogFolder &folder() { return m_folder; }
    void noteNotice(const ui::Notice &notice);

private:
    void noteEvent(const events::Event &event);
    void noteLiveness(const QString &what, const ui::Liveness &liveness, bool &lost);

    logs::LogFolder m_folder;
    bool m_databaseLost = false;
    bool m_engineLost = false;
};

} // namespace pipeline::app
