// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QToolButton;

namespace pipeline::ui {

class EnvironmentMark;
class Session;
class Theme;
struct Liveness;

/// The row at the foot: whether database, engine and runner answer, when the page was last new, who sits here, where.
class StatusArea : public QWidget {
    Q_OBJECT

public:
    StatusArea(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void setRunner(const QString &icon, const QString &tone, const QString &text);

signals:
    void runnerRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addItem(const QString &what);
    QFrame *makeLine();
    void show(QToolButton *item, const QString &name, const Liveness &liveness, const QString &connected);
    void showDatabase();
    void showEngine();
    void showEnvironment();
    void fit(); ///< the time of the last answer stands back where there is no room for all
    void popUp(QToolButton *item, const QString &title, const Liveness &liveness, void (Session::*test)());

    Session &m_session;
    const Theme &m_theme;
    QToolButton *m_database;
    QToolButton *m_engine;
    QToolButton *m_runner;
    QLabel *m_updated;
    QWidget *m_environment;
};

} // namespace pipeline::ui
