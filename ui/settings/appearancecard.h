// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

namespace pipeline::ui {

/// Theme, density and language: they hold at once.
class AppearanceCard : public SettingsCard {
    Q_OBJECT

public:
    explicit AppearanceCard(Theme &theme, QWidget *parent = nullptr);

signals:
    /// Density or language: what is shown has to be made anew.
    void layoutChanged();
};

} // namespace pipeline::ui
