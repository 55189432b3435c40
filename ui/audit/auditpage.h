// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "ui/common/background.h"
#include "ui/shell/page.h"

#include "models/error.h"

class QStackedLayout;
class QTableView;

namespace pipeline::ui {

class AuditFilterBar;
class AuditModel;
class ChainStrip;
class EntryLine;
class JournalActs;
class StatePage;

/// The journal of the backlog: whether its chain holds, who did what, and its export.
class AuditPage : public Page {
    Q_OBJECT

public:
    AuditPage(Session &session, const Theme &theme, QWidget *parent = nullptr);
    ~AuditPage() override;

    void refresh() override;
    void focusSearch() override;

    /// Writes what the filter shows.
    void exportTo(const QString &fileName);

    QTableView *table() const { return m_table; }
    AuditModel *model() const { return m_model; }
    ChainStrip *strip() const { return m_strip; }

signals:
    /// A break of the chain that nobody has explained yet came or went.
    void alarmChanged(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void readAnew() override;

private:
    struct Figures {
        audit::KindCounts counts;
        qint64 size = 0;
        audit::Choices choices;
    };

    void makeTable();
    void follow();
    void readFigures();
    void showState();
    void showOffline();
    void selectionMoved();
    void keepSelection();
    void fitColumns();
    void openSelected();

    ChainStrip *m_strip;
    AuditFilterBar *m_filter;
    AuditModel *m_model;
    QTableView *m_table;
    EntryLine *m_line;
    QStackedLayout *m_stack;
    StatePage *m_state;
    JournalActs *m_acts;
    qint64 m_selected = 0;
    qint64 m_size = 0;
    std::optional<Error> m_error;
    Task m_figuresTask;
};

} // namespace pipeline::ui
