// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

#include "ui/common/background.h"

class QCheckBox;

namespace pipeline::ui {

class Button;
class LocalRunner;
class Note;
class Session;
struct RunnerAbility;

/// Whether this window takes items from the backlog, what it does now, what it can do and why not.
class RunnerCard : public SettingsCard {
    Q_OBJECT

public:
    RunnerCard(Session &session, const Theme &theme, LocalRunner &runner, QWidget *parent = nullptr);

    /// Looks again at tools and secrets.
    void refresh();

signals:
    void environmentRequested();

private:
    void showRunner();
    void showAbility(const RunnerAbility &ability);
    QWidget *line(const QString &icon, const QString &tone, QWidget *what, const QString &words);

    Session &m_session;
    LocalRunner &m_runner;
    QCheckBox *m_switch;
    QLabel *m_state;
    Button *m_stop;
    Note *m_problem;
    QVBoxLayout *m_ability;
    Task m_task;
};

} // namespace pipeline::ui
