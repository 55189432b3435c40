// SPDX-License-Identifier: Apache-2.0
#include "noderunner.h"

#include "privatefolder.h"
#include "tooltext.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

// A test that prints 50 MB must not fill the run's log; the tail of an output is kept for messages anyway.
constexpr int loggedLines = 2000;

} // namespace

NodeRunner::NodeRunner(process::Sandbox sandbox, NodeInstallation node, QString folder, LogLine log,
                       std::stop_token stop)
    : m_sandbox(std::move(sandbox)),
      m_node(std::move(node)),
      m_folder(std::move(folder)),
      m_log(std::move(log)),
      m_stop(std::move(stop))
{}

Result<NodeRunner> NodeRunner::make(const process::Sandbox &sandbox, const QString &cacheFolder, LogLine log,
                                    std::stop_token stop)
{
    auto node = findNode(stop);
    if (!node)
        return fail(node.error());
    const QString folder = cacheFolder + "/private"_L1;
    removeEntriesOlderThan(folder, 1); // of runs that were killed
    return NodeRunner(sandbox, std::move(*node), folder, std::move(log), std::move(stop));
}

Result<QTemporaryDir> NodeRunner::makePrivateFolder() const
{
    auto folder = workers::makePrivateFolder(m_folder, {});
    if (folder)
        for (const QString &name : {u"home"_s, u"tmp"_s})
            if (!QDir(folder->path()).mkdir(name))
                return fail(ErrorCode::Storage, u"%1 could not be made"_s.arg(folder->filePath(name)));
    return folder;
}

void NodeRunner::log(const QString &source, const QString &text) const
{
    if (m_log)
        m_log(source, text);
}

Result<process::Outcome> NodeRunner::run(const Tool &tool) const
{
    process::Command command{.program = m_node.node,
                             .arguments = tool.arguments,
                             .workingDirectory = tool.folder,
                             .environment = process::baseEnvironment(),
                             .timeLimit = tool.timeLimit};
    command.environment.insert(tool.environment);
    command.environment.insert(u"PATH"_s, QFileInfo(m_node.node).path() + ":/usr/local/bin:/usr/bin:/bin"_L1);
    command.environment.insert(u"HOME"_s, tool.privateFolder + "/home"_L1);
    command.environment.insert(u"TMPDIR"_s, tool.privateFolder + "/tmp"_L1);
    command.environment.insert(u"CI"_s, u"true"_s);
    command.environment.insert(u"NO_COLOR"_s, u"1"_s);

    int lines = 0;
    command.onLine = [&](process::Channel, const QByteArray &line) {
        if (tool.onLine && tool.onLine(line))
            return;
        if (const QString text = plainText(line); !text.trimmed().isEmpty() && ++lines <= loggedLines)
            log(tool.name, lines < loggedLines ? text : u"[... further lines are left out ...]"_s);
    };

    process::View view = tool.view;
    view.writable << tool.privateFolder;
    view.readOnly << m_node.files;
    const auto confined = m_sandbox.confine(std::move(command), view);
    if (!confined)
        return fail(confined.error());
    const auto outcome = process::run(*confined, m_stop);
    if (outcome)
        return outcome;
    Error error = outcome.error();
    // These would name the sandbox, which nobody asked for.
    if (error.code == ErrorCode::TimedOut)
        error.message = u"%1 did not end within %2 s"_s.arg(tool.name).arg(double(tool.timeLimit.count()) / 1000);
    if (error.code == ErrorCode::Cancelled)
        error.message = u"%1 was stopped"_s.arg(tool.name);
    return fail(error);
}

} // namespace pipeline::workers
