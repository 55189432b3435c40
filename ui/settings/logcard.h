// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

#include "logs/logfolder.h"
#include "ui/common/background.h"

class QComboBox;
class QSpinBox;

namespace pipeline::ui {

/// The window's own log: how much is written, how long it is kept, and where.
class LogCard : public SettingsCard {
    Q_OBJECT

public:
    LogCard(const Theme &theme, logs::LogFolder &log, QWidget *parent = nullptr);

    /// Looks how large it is.
    void refresh();

private:
    void apply();

    logs::LogFolder &m_log;
    QComboBox *m_detail;
    QSpinBox *m_days;
    QSpinBox *m_megabytes;
    QLabel *m_size;
    Task m_task;
};

} // namespace pipeline::ui
