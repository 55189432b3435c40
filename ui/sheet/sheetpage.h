// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page.h"

namespace pipeline::ui {

/// The components side by side, in the theme that is on: for whoever changes one of them.
class SheetPage : public Page {
    Q_OBJECT

public:
    SheetPage(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void refresh() override {}

private:
    QVBoxLayout *card(QVBoxLayout *column, const QString &caption);
    void addStates(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void addFields(QVBoxLayout *column);
    void addMeters(QVBoxLayout *column);
    void addToasts(QVBoxLayout *column);
    void addMarks(QVBoxLayout *column);
    void addNotes(QVBoxLayout *column);
    void addProgress(QVBoxLayout *column);
    void addStatePages(QVBoxLayout *column);
    void addPopups(QVBoxLayout *column);
};

} // namespace pipeline::ui
