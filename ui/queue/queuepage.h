// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

#include "models/error.h"

class QLabel;
class QStackedLayout;
class QTimer;

namespace pipeline::ui {

class Button;
class LocalRunner;
class NeedsYouPanel;
class QueueDetails;
class QueueFilterBar;
class QueueModel;
class QueueSplitter;
class QueueTable;
class ReadinessLine;
class StatePage;

/// All items of the backlog: what needs this user, what runs, what waits and what was.
class QueuePage : public Page {
    Q_OBJECT

public:
    QueuePage(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~QueuePage() override;

    void refresh() override;
    void focusSearch() override;

    /// An empty queue tells whether this \a runner would take its first item.
    void watch(LocalRunner &runner);

    QueueTable *table() const { return m_table; }
    QueueModel *model() const { return m_model; }

signals:
    void needsYouChanged(int count);
    void runnerRequested();

private:
    struct Figures {
        backlog::QueueCounts counts; ///< of the filter
        qint64 total = 0;
    };

    /// The condition of the filter without which most items match.
    struct Help {
        QString words;
        qint64 items = 0;
    };

    void makeColumnMenu();
    void applyFilter();
    void readCounts();
    void readChoices();
    void showState();
    void showLiveness();
    void showFigures(const Figures &figures);
    void showHeader(const backlog::QueueCounts &counts);
    void showEmptyByFilter();
    void findWhatHelps();
    void sortBy(int column);
    void openSelected();
    void reviewSelected();
    void save() const;

    QueueModel *m_model;
    NeedsYouPanel *m_needs;
    QueueFilterBar *m_filter;
    QueueTable *m_table;
    QueueDetails *m_details;
    QueueSplitter *m_splitter;
    QStackedLayout *m_stack;
    StatePage *m_state;
    ReadinessLine *m_readiness = nullptr;
    QLabel *m_pulse;
    QLabel *m_live;
    Button *m_refresh;
    Button *m_newItems;
    QTimer *m_tick;
    QTimer *m_follow;
    std::optional<Error> m_error;
    bool m_wasOffline = false;
    qint64 m_total = 0; ///< items, whatever the filter
    Help m_helps;
    Task m_countsTask;
    Task m_choicesTask;
    Task m_helpTask;
};

} // namespace pipeline::ui
