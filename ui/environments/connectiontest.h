// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnosis/diagnosis.h"
#include "ui/common/background.h"

#include "models/environment.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Badge;
class Button;
class Session;
class Theme;

/// Tries whether an environment can be deployed to, and shows each check with what it gave.
class ConnectionTest : public QFrame {
    Q_OBJECT

public:
    ConnectionTest(Session &session, const Theme &theme, QWidget *parent = nullptr);

    /// Forgets what the last one gave.
    void clear();

    /// An engine refuses even the right password for a while after a wrong one: nothing is tried by itself.
    void run(const Environment &environment);

    void setRunnable(bool runnable);

signals:
    void requested();
    void ended(const QString &environment, const QList<diagnosis::Diagnosis> &checks);

private:
    void show(const QList<diagnosis::Diagnosis> &checks);
    QWidget *rowOf(const diagnosis::Diagnosis &check);

    Session &m_session;
    const Theme &m_theme;
    QLabel *m_when;
    Badge *m_verdict;
    Button *m_run;
    QVBoxLayout *m_rows;
    Task m_task;
};

} // namespace pipeline::ui
