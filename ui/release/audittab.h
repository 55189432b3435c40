// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"
#include "ui/common/background.h"

#include <QWidget>

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace pipeline::ui {

class Session;
class StatePage;
class Theme;
class WhoDelegate;

/// What was recorded about one release: who did what, when, from where, on which bytes.
class AuditTab : public QWidget {
    Q_OBJECT

public:
    AuditTab(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void set(const QString &releaseRef);
    QTableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum Column { When, Who, What, Environment, Digest, From };

    void read();
    void fitColumns();
    void adopt(const QList<audit::Entry> &entries);

    Session &m_session;
    const Theme &m_theme;
    QTableView *m_table;
    WhoDelegate *m_who;
    QStandardItemModel *m_model;
    QStackedLayout *m_stack;
    StatePage *m_state;
    QString m_releaseRef;
    qint64 m_newest = -1; ///< number of the newest entry that is shown
    Task m_task;
};

} // namespace pipeline::ui
