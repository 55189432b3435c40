// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settingscard.h"

#include "logs/logfolder.h"
#include "ui/common/background.h"

class QComboBox;
class QSpinBox;

namespace pipeline::ui {

class Session;

/// The window's own log: how much is written, how long it is kept, and where.
class LogCard : public SettingsCard {
    Q_OBJECT

public:
    LogCard(const Session &session, const Theme &theme, logs::LogFolder &log, QWidget *parent = nullptr);

    /// Looks how large it is.
    void refresh();

    /// As "Save report…" does with the file that was chosen.
    void saveReportTo(const QString &fileName);

private:
    void apply();
    void askForReport();

    const Session &m_session;
    logs::LogFolder &m_log;
    QComboBox *m_detail;
    QSpinBox *m_days;
    QSpinBox *m_megabytes;
    QLabel *m_size;
    QLabel *m_saved;
    Task m_task;
    Task m_saving;
};

} // namespace pipeline::ui
