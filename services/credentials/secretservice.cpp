// SPDX-License-Identifier: Apache-2.0
#include "secretservice.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace pipeline::credentials {

void askWhetherLocked(const QString &service, const QString &key, QObject *context,
                      const std::function<void(bool)> &answer)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                         u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setAutoStartService(false);
    search << QVariant::fromValue(QMap<QString, QString>{{u"user"_s, key}, {u"server"_s, service}});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, answer] {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> unlockedAndLocked = *watcher;
        answer(unlockedAndLocked.isValid() && !unlockedAndLocked.argumentAt<1>().isEmpty());
        watcher->deleteLater();
    });
}

} // namespace pipeline::credentials
