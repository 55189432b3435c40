// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

namespace pipeline::ui {

/// What this user wants to be told, and where.
class NoticesCard : public SettingsCard {
    Q_OBJECT

public:
    explicit NoticesCard(const Theme &theme, QWidget *parent = nullptr);
};

} // namespace pipeline::ui
