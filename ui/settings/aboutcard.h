// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

namespace pipeline::ui {

class Session;

/// The versions of what this program is made of and talks to, for reports.
class AboutCard : public SettingsCard {
    Q_OBJECT

public:
    AboutCard(const Session &session, const Theme &theme, QWidget *parent = nullptr);
};

} // namespace pipeline::ui
