// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QMenuBar;
class QSpacerItem;
class QToolButton;

namespace pipeline::ui {

class EnvironmentButton;
class Session;
class Theme;

/// The row above everything: menus, the command field, the environment, the notices; plum below it means production.
class TopBar : public QWidget {
    Q_OBJECT

public:
    TopBar(Session &session, const Theme &theme, QWidget *parent = nullptr);

    QMenuBar *menus() const { return m_menus; }
    QMenu *notices() const { return m_notices; }

signals:
    void paletteRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showEnvironment();

    Session &m_session;
    const Theme &m_theme;
    QMenuBar *m_menus;
    QToolButton *m_field;
    QSpacerItem *m_room; ///< between the menus and what stands at the right, for the field
    QLabel *m_caption;
    EnvironmentButton *m_environment;
    QMenu *m_notices;
};

} // namespace pipeline::ui
