// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkout.h"
#include "nodeinstallation.h"

#include "process/sandbox.h"

#include <QTemporaryDir>

namespace pipeline::workers {

/// A program of Node.js to run for a package.
struct Tool {
    QString name; ///< for messages and the log: "jest worker/credit"
    QStringList arguments; ///< the script first
    QString folder; ///< where it runs
    QString privateFolder; ///< of NodeRunner::makePrivateFolder; holds its home and temporary files
    process::View view;
    std::chrono::milliseconds timeLimit;
    QProcessEnvironment environment = {}; ///< besides the base
    std::function<bool(const QByteArray &line)> onLine = {}; ///< true: the line is not for the log
};

/// Runs tools of Node.js confined.
class NodeRunner {
public:
    /// Errors: ToolMissing, Cancelled.
    static Result<NodeRunner> make(const process::Sandbox &sandbox, const QString &cacheFolder, LogLine log,
                                   std::stop_token stop);

    const NodeInstallation &node() const { return m_node; }
    const process::Sandbox &sandbox() const { return m_sandbox; }
    const std::stop_token &stop() const { return m_stop; }
    void log(const QString &source, const QString &text) const;

    /// A folder that one tool, and no other after it, may fill: what it left there could be links. Storage.
    Result<QTemporaryDir> makePrivateFolder() const;

    /// Runs \a tool. Errors as process::run, and Storage.
    Result<process::Outcome> run(const Tool &tool) const;

private:
    NodeRunner(process::Sandbox sandbox, NodeInstallation node, QString folder, LogLine log, std::stop_token stop);

    process::Sandbox m_sandbox;
    NodeInstallation m_node;
    QString m_folder; ///< of the private folders
    LogLine m_log;
    std::stop_token m_stop;
};

} // namespace pipeline::workers
