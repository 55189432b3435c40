// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>

namespace pipeline::app {

/// One running console for each user and configuration: a second start hands its link over and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// \a configurationFile may be empty.
    explicit SingleInstance(const QString &configurationFile);

    /// Whether another instance has taken \a link, which may be empty.
    bool handOver(const QString &link) const;

    /// From now on others hand over to this one.
    bool listen();

signals:
    void asked(const QString &link);

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace pipeline::app
