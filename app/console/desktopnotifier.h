// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>

#include <functional>

namespace pipeline::app {

/// Notifications of the desktop, as org.freedesktop.Notifications shows them; nothing happens where there is none.
class DesktopNotifier : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    /// \a onAction runs when the notification is clicked.
    void show(const QString &title, const QString &text, std::function<void()> onAction);

private slots:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QHash<uint, std::function<void()>> m_actions;
};

} // namespace pipeline::app
