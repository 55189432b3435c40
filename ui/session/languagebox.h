// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/stillfield.h"

namespace pipeline::ui {

/// The languages of the window. Each stands there in itself, for whoever cannot read the others.
class LanguageBox : public ComboBox {
    Q_OBJECT

public:
    explicit LanguageBox(QWidget *parent = nullptr);

signals:
    /// Another one is kept; whoever made the window makes it anew.
    void languageChanged();
};

} // namespace pipeline::ui
