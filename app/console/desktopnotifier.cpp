// SPDX-License-Identifier: Apache-2.0
#include "desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace pipeline::app {

namespace {
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString defaultAction = u"default"_s; // of the specification: a click on the notification itself
} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(invoked(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
}

void DesktopNotifier::show(const QString &title, const QString &text, std::function<void()> onAction)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    call.setArguments({QCoreApplication::applicationName(), 0U, u"prometheus-pipeline"_s, title, text.toHtmlEscaped(),
                       QStringList{defaultAction, tr("Open")},
                       QVariantMap{{u"desktop-entry"_s, u"prometheus-pipeline"_s}}, -1});
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, act = std::move(onAction)] {
        answer->deleteLater();
        const QDBusPendingReply<uint> id = *answer;
        if (!id.isError() && act)
            m_actions.insert(id.value(), act);
    });
}

void DesktopNotifier::invoked(uint id, const QString &action)
{
    if (const auto act = m_actions.value(id); act && action == defaultAction)
        act();
}

void DesktopNotifier::closed(uint id, uint)
{
    m_actions.remove(id);
}

} // namespace pipeline::app
