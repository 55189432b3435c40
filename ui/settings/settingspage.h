// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/page.h"

class QGridLayout;
class QScrollArea;

namespace pipeline::logs {
class LogFolder;
}

namespace pipeline::ui {

class LocalRunner;
class LogCard;
class RunnerCard;
class SearchField;
class SettingsCard;

/// What concerns this user holds at once; what stands in pipeline.toml says so.
class SettingsPage : public Page {
    Q_OBJECT

public:
    SettingsPage(Session &session, Theme &theme, LocalRunner &runner, logs::LogFolder &log, QWidget *parent = nullptr);

    void refresh() override;
    void focusSearch() override;

signals:
    void layoutChanged();
    void environmentRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    QScrollArea *m_area;
    QWidget *m_scrolled;
    SearchField *m_find;
    QList<SettingsCard *> m_left;
    QList<SettingsCard *> m_right;
    LogCard *m_log = nullptr;
    RunnerCard *m_runner = nullptr;
    QGridLayout *m_grid;
    int m_columns = 0;
};

} // namespace pipeline::ui
