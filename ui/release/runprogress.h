// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasedata.h"

#include <QWidget>

class QLabel;

namespace pipeline::ui {

class Button;
class Note;
class Theme;
class ThinBar;

/// How long a run takes so far, against what is usual, and the way to cancel it.
class RunProgress : public QWidget {
    Q_OBJECT

public:
    explicit RunProgress(const Theme &theme, QWidget *parent = nullptr);

    void set(const ReleaseData &release, const backlog::HistoryItem &run);
    void setObstacle(const QString &reason); ///< why nothing can be cancelled now; empty when it can
    void tick();

    Button *cancelButton() const { return m_cancel; }
    bool mayCancel() const;

signals:
    void cancelRequested();

private:
    std::optional<events::StageState> currentStage() const;
    void showNote();

    const Theme &m_theme;
    QLabel *m_elapsed;
    QLabel *m_words;
    Button *m_cancel;
    ThinBar *m_bar;
    QLabel *m_start;
    QLabel *m_end;
    Note *m_note;
    std::optional<backlog::HistoryItem> m_run;
    QMap<QString, qint64> m_usual;
    QString m_environment;
    QString m_obstacle;
};

} // namespace pipeline::ui
