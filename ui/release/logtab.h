// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "logmodel.h"
#include "releasedata.h"

#include "models/result.h"
#include "ui/code/highlighter.h"
#include "ui/common/background.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QSplitter;
class QStackedLayout;

namespace pipeline::ui {

class FailureCard;
class GroupTree;
class LogView;
class RunProgress;
class Session;
class StatePage;
class StepModel;
class TargetsPane;
class Theme;

/// A run as it goes: its steps, how long it takes, its log; and what to do when it failed.
class LogTab : public QWidget {
    Q_OBJECT

public:
    LogTab(Session &session, const Theme &theme, const std::shared_ptr<Highlighter> &highlighter,
           QWidget *parent = nullptr);
    ~LogTab() override;

    void set(const ReleaseData &release);
    void focusSearch();
    void tick();
    void cancelRun(); ///< Ctrl+.: asks first
    void retryRun(); ///< Ctrl+R: asks first

    LogView *log() const { return m_log; }
    StepModel *steps() const { return m_steps; }
    FailureCard *failure() const { return m_failure; }
    RunProgress *progress() const { return m_progress; }
    TargetsPane *targets() const { return m_targets; }

signals:
    void sourceRequested(const QString &path, int line, int column);
    void noticeRaised(const QString &tone, const QString &title, const QString &text);
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// An attempt that can be chosen.
    struct Choice {
        qint64 item = 0;
        int attempt = 0;

        bool operator==(const Choice &) const = default;
    };

    void fillChoices();
    void follow(const Choice &choice);
    void read();
    void adopt(const QList<events::Event> &events);
    QString sizesKey() const;
    void saveSizes() const;
    void arrange(Qt::Orientation orientation);
    void showFailure();
    void showTargets();
    void act(const QString &done, std::function<Result<contract::BacklogItem>(Services &, std::stop_token)> work);
    const backlog::HistoryItem *run() const;

    Session &m_session;
    const Theme &m_theme;
    QComboBox *m_choice;
    GroupTree *m_tree;
    StepModel *m_steps;
    FailureCard *m_failure;
    QWidget *m_failureArea;
    RunProgress *m_progress;
    LogView *m_log;
    QSplitter *m_splitter;
    TargetsPane *m_targets;
    QStackedLayout *m_left;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QTimer m_batch;
    ReleaseData m_release;
    Choice m_shown;
    bool m_chosen = false; ///< by hand; otherwise the furthest run is followed
    qint64 m_lastEvent = 0;
    bool m_reading = false;
    QList<events::Event> m_kept; ///< findings of the attempt
    Task m_task;
    Task m_actTask;
};

} // namespace pipeline::ui
