// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

namespace pipeline::ui {

class Session;

/// Where the backlog is and whether it answers.
class BacklogCard : public SettingsCard {
    Q_OBJECT

public:
    BacklogCard(Session &session, const Theme &theme, QWidget *parent = nullptr);

private:
    void showState();

    Session &m_session;
    QLabel *m_icon;
    QLabel *m_state;
};

} // namespace pipeline::ui
