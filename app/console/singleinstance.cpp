// SPDX-License-Identifier: Apache-2.0
#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pipeline::app {

namespace {
constexpr int Patience = 2000; // ms; an instance that is busy for longer is not worth waiting for
constexpr qint64 LongestLink = 2048;
} // namespace

SingleInstance::SingleInstance(const QString &configurationFile)
{
    const QByteArray key =
        QCryptographicHash::hash(configurationFile.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_name = QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation))
                 .filePath(u"prometheus-console-%1"_s.arg(QLatin1StringView(key)));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                if (!socket->canReadLine())
                    return;
                const QByteArray line = socket->readLine(LongestLink).trimmed();
                socket->disconnectFromServer();
                emit asked(QString::fromUtf8(line));
            });
        }
    });
}

bool SingleInstance::handOver(const QString &link) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(Patience))
        return false;
    socket.write(link.toUtf8() + '\n');
    return socket.waitForBytesWritten(Patience);
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // of one that has crashed: nobody answers there
    return m_server.listen(m_name);
}

} // namespace pipeline::app
