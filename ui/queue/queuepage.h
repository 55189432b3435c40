// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

#include "models/error.h"

class QLabel;
class QSplitter;
class QStackedLayout;
class QTableView;
class QTimer;

namespace pipeline::ui {

class Button;
class NeedsYouPanel;
class Note;
class QueueDetails;
class QueueFilterBar;
class QueueModel;
class StatePage;

/// All items of the backlog: what needs this user, what runs, what waits and what was.
class QueuePage : public Page {
    Q_OBJECT

public:
    QueuePage(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~QueuePage() override;

    void refresh() override;
    void focusSearch() override;

    QTableView *table() const { return m_table; }
    QueueModel *model() const { return m_model; }

signals:
    void needsYouChanged(int count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void makeColumnMenu();
    void applyFilter();
    void readCounts();
    void readChoices();
    void showState();
    void showLiveness();
    void showCounts(const backlog::QueueCounts &counts);
    void selectionMoved();
    void keepSelection();
    void openSelected();
    void copySelected() const;
    void showContextMenu(const QPoint &at);
    void noteVisibleRows();
    void fitColumns();
    void save() const;

    QueueModel *m_model;
    NeedsYouPanel *m_needs;
    QueueFilterBar *m_filter;
    Note *m_offline;
    QTableView *m_table;
    QueueDetails *m_details;
    QSplitter *m_splitter;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QLabel *m_live;
    Button *m_refresh;
    Button *m_newItems;
    QTimer *m_tick;
    QTimer *m_follow;
    qint64 m_selected = 0;
    qint64 m_hidden = 0; ///< what the filter hides
    std::optional<Error> m_error;
    Task m_countsTask;
    Task m_choicesTask;
    Task m_positionTask;
};

} // namespace pipeline::ui
