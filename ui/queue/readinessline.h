// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace pipeline::ui {

class Button;
class LocalRunner;
class Session;
class Theme;

/// Below an empty queue: whether backlog, environment and runner are ready for the first item.
class ReadinessLine : public QFrame {
    Q_OBJECT

public:
    ReadinessLine(Session &session, const Theme &theme, LocalRunner &runner, QWidget *parent = nullptr);

signals:
    void runnerRequested();

private:
    struct Sign {
        QLabel *icon;
        QLabel *words;
    };

    Sign addSign();
    void show(const Sign &sign, const QString &icon, const QString &tone, const QString &words) const;
    void showEngine();
    void showRunner();
    void showAll();

    Session &m_session;
    const Theme &m_theme;
    LocalRunner &m_runner;
    Sign m_backlogSign;
    Sign m_engineSign;
    Sign m_runnerSign;
    Button *m_turnOn;
};

} // namespace pipeline::ui
