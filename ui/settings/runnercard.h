// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

#include "models/result.h"
#include "ui/common/background.h"

class QCheckBox;
class QHBoxLayout;

namespace pipeline::ui {

class Button;
class LocalRunner;
class Note;
class Session;
struct RunnerAbility;
struct RunnerTarget;

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
    void showProblem(const Error &error);
    void addTool(const QString &icon, const QString &tone, const QString &name, const QString &words);
    void addTarget(const QString &caption, const RunnerTarget &target);
    QHBoxLayout *addLine(const QString &caption);
    void addWords(QHBoxLayout *line, const QString &icon, const QString &tone, const QString &words);
    void deployTo(const QString &name, bool on);

    Session &m_session;
    LocalRunner &m_runner;
    QCheckBox *m_switch;
    QLabel *m_state;
    Button *m_stop;
    Note *m_problem;
    QVBoxLayout *m_ability;
    Task m_task;
    Task m_saving;
};

} // namespace pipeline::ui
