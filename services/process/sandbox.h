// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "process.h"

#include <QMap>

namespace pipeline::process {

/// What a confined child sees besides the system's programs, libraries and certificates. All paths are absolute.
struct View {
    QStringList writable = {}; ///< folders of the child's own; with an own user their owner changes to it
    QStringList readOnly = {}; ///< files and folders
    QMap<QString, QString> mounts = {}; ///< existing folder → folder that shows its content, read-only
    bool network = false;
};

/// Keeps strangers' code away from everything but what it works on.
class Sandbox {
public:
    enum class Kind {
        Bubblewrap, ///< sees only the View; no other process, no message bus, no network unless asked for
        OwnUser, ///< runs as nobody: reads what every user may read, and reaches the network
        None, ///< runs as we do
    };

    /// Tries what works here, the strongest first. Takes some milliseconds.
    static Sandbox detect();

    /// \a reason says why it is not a stronger kind.
    explicit Sandbox(Kind kind, QString reason = {}) : m_kind(kind), m_reason(std::move(reason)) {}

    Kind kind() const { return m_kind; }

    /// Whether View::mounts and View::readOnly have an effect.
    bool canMount() const { return m_kind == Kind::Bubblewrap; }

    /// One line for logs, doctor and the list of runners.
    QString description() const;

    /// What a confined child could still reach although it should not, and why; empty with bubblewrap.
    QString warning() const;

    /// \a command as it has to be run to be confined to \a view; its program is an absolute path. Storage when a folder
    /// could not be given to the own user.
    Result<Command> confine(Command command, const View &view) const;

    /// Takes \a folder back that a confined child could write, so that none can any more.
    Result<void> reclaim(const QString &folder) const;

private:
    Kind m_kind;
    QString m_reason;
};

} // namespace pipeline::process
