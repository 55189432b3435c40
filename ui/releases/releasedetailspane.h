// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/releasehistory.h"
#include "ui/common/background.h"

#include <QFrame>

class QFormLayout;
class QLabel;

namespace pipeline::ui {

class Badge;
class Button;
class HistoryView;
class Session;
class Theme;

/// Facts and history of the selected release.
class ReleaseDetailsPane : public QFrame {
    Q_OBJECT

public:
    ReleaseDetailsPane(Session &session, const Theme &theme, QWidget *parent = nullptr);

    /// Reads the release's items again; what was shown of the same release stays until they are there.
    void show(const backlog::ReleaseRow &row);
    void clear();

    HistoryView *history() const { return m_history; }

signals:
    void openRequested();
    void logRequested(const QString &releaseRef, qint64 item);

private:
    QWidget *makeHead();
    void showDetails(const backlog::ReleaseDetails &details);
    void showFacts();
    void showHistory();
    void addFact(const QString &name, const QString &value, const QString &copied = {});
    void copyLink() const;

    Session &m_session;
    const Theme &m_theme;
    QLabel *m_release;
    Badge *m_badge;
    QLabel *m_summary;
    Button *m_open;
    Button *m_copy;
    QWidget *m_factsBox;
    QFormLayout *m_facts;
    QFrame *m_factsEnd;
    QLabel *m_figures;
    Button *m_order;
    HistoryView *m_history;
    QString m_shown;
    backlog::ReleaseDetails m_details;
    QStringList m_environments;
    bool m_byTime = false;
    Task m_task;
};

} // namespace pipeline::ui
