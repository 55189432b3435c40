// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QTest>
#include <QtEndian>

namespace pipeline::tests {

/// The keyring of the session that tests/support/keyring-session.sh has started.
class Keyring {
public:
    /// Empty when the session is there, otherwise what it lacked.
    static QString problem()
    {
        const QString state = qEnvironmentVariable("PIPELINE_KEYRING", QStringLiteral("not run by keyring-session.sh"));
        return state == QLatin1String("ready") ? QString() : state;
    }

    /// From now on the keyring asks for its password, and nobody answers until dismissPrompts().
    static bool lock()
    {
        return QProcess::execute(QStringLiteral("dbus-send"),
                                 {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
                                  QStringLiteral("--dest=org.freedesktop.secrets"),
                                  QStringLiteral("/org/freedesktop/secrets"),
                                  QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                                  QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")})
            == 0;
    }

    /// Gives the daemon the password on its control socket, as a login does.
    static bool unlock()
    {
        const QByteArray password = "test";
        QByteArray message(12, Qt::Uninitialized); // size of all, operation, size of the password
        qToBigEndian<quint32>(quint32(message.size() + password.size()), message.data());
        qToBigEndian<quint32>(1, message.data() + 4);
        qToBigEndian<quint32>(quint32(password.size()), message.data() + 8);
        QLocalSocket control;
        control.connectToServer(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/keyring/control"));
        control.write(QByteArray(1, '\0') + message + password); // the first byte lets it look at who we are
        while (control.bytesAvailable() < 8)
            if (!control.waitForReadyRead(10'000))
                return false;
        return control.read(8) == QByteArray("\0\0\0\x8\0\0\0\0", 8);
    }

    /// Whoever waits for an answer to a prompt gets none, and no prompt is shown any more.
    static bool dismissPrompts()
    {
        return QFile(QDir::homePath() + QStringLiteral("/dismiss")).open(QIODevice::WriteOnly);
    }
};

} // namespace pipeline::tests
