// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "backlog/releasehistory.h"
#include "ui/common/background.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Badge;
class Button;
class Session;
class Theme;

/// Facts, artefacts and history of the selected item.
class QueueDetails : public QScrollArea {
    Q_OBJECT

public:
    QueueDetails(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void show(const backlog::QueueRow &row);
    void clear();

signals:
    void openRequested();

private:
    void showItem(const backlog::QueueRow &row, const backlog::ReleaseDetails &details);
    void addFact(const QString &name, const QString &value, bool mono = false);
    void addSection(const QString &title);
    void addLine(const QString &icon, const QString &tone, const QString &text, const QString &right);
    void reset();

    Session &m_session;
    const Theme &m_theme;
    QLabel *m_release;
    Badge *m_badge;
    QLabel *m_summary;
    Button *m_open;
    Button *m_copy;
    QVBoxLayout *m_column;
    QFormLayout *m_facts;
    QVBoxLayout *m_lists;
    qint64 m_item = 0;
    Task m_task;
};

} // namespace pipeline::ui
