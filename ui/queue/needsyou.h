// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "ui/common/background.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace pipeline::ui {

class Badge;
class Session;
class Theme;

/// The few things that wait for this user, oldest first; hidden when there are none.
class NeedsYouPanel : public QFrame {
    Q_OBJECT

public:
    NeedsYouPanel(Session &session, const Theme &theme, QWidget *parent = nullptr);

    void refresh();

    /// What a row says: the facts that decide, in one sentence of HTML. Without a \a now no age is counted, but the
    /// moment is told.
    static QString sentence(const backlog::NeedsYou &need, const std::optional<QDateTime> &now);

signals:
    void countChanged(int count);
    void reviewRequested(const QString &releaseRef, qint64 item, const QString &tab);

private:
    void show(const backlog::NeedsYouList &list);
    void fill();
    QWidget *makeRow(const backlog::NeedsYou &need);

    Session &m_session;
    const Theme &m_theme;
    Badge *m_number;
    QVBoxLayout *m_rows;
    backlog::NeedsYouList m_list;
    bool m_counting = true; ///< ages, which needs a backlog that answers
    Task m_task;
};

} // namespace pipeline::ui
