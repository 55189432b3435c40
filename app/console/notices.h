// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/queuereader.h"
#include "ui/common/background.h"
#include "ui/session/preferences.h"
#include "ui/shell/toasts.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace pipeline::ui {
class Session;
}

namespace pipeline::app {

/// Looks for what this user wants to be told of, each time the backlog has changed.
class Notices : public QObject {
    Q_OBJECT

public:
    explicit Notices(ui::Session &session, QObject *parent = nullptr);

signals:
    /// \a releaseRef and \a item are what it leads to; empty for a lost connection.
    void raised(pipeline::ui::preferences::Event event, const pipeline::ui::Notice &notice, const QString &releaseRef,
                qint64 item, const QString &tab);

private:
    struct Seen {
        QList<backlog::NeedsYou> needsYou;
        QList<backlog::QueueRow> done;
    };

    void look();
    void compare(const Seen &seen);
    void tellNeed(const backlog::NeedsYou &need);
    void tellDone(const backlog::QueueRow &row);
    void watchConnections();

    ui::Session &m_session;
    QTimer m_rest;
    bool m_begun = false; ///< what was there before the window is no news
    QSet<qint64> m_known;
    bool m_databaseLost = false;
    bool m_engineLost = false;
    ui::Task m_task;
};

} // namespace pipeline::app
