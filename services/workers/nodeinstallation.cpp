// SPDX-License-Identifier: Apache-2.0
#include "nodeinstallation.h"

#include "process/process.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pipeline::workers {

namespace {

/// npm's script beside \a node, else the one in PATH.
QString findNpm(const QString &node)
{
    for (const QString &candidate : {QFileInfo(node).path() + "/npm"_L1, QStandardPaths::findExecutable(u"npm"_s)})
        if (const QString script = QFileInfo(candidate).canonicalFilePath(); script.endsWith(".js"_L1))
            return script;
    return {};
}

/// What has to be shown of an installation: never its etc, where npm keeps tokens, nor a home's bin with one program.
QStringList filesOf(const QString &node)
{
    const QString prefix = QFileInfo(QFileInfo(node).path()).path();
    if (prefix == "/usr"_L1 || prefix.startsWith("/usr/"_L1))
        return {};
    if (!QFileInfo(prefix + "/lib/node_modules"_L1).isDir())
        return {node};
    QStringList files{prefix + "/bin"_L1, prefix + "/lib/node_modules"_L1};
    if (QFileInfo(prefix + "/include/node"_L1).isDir())
        files << prefix + "/include/node"_L1;
    return files;
}

} // namespace

Result<NodeInstallation> findNode(std::stop_token stop)
{
    const process::Command question{
        .program = u"node"_s,
        .arguments = {u"-p"_s, u"[process.execPath, process.version, process.platform, process.arch].join('\\n')"_s},
        .workingDirectory = u"/"_s,
        // Version managers find their files below the home folder.
        .environment = process::baseEnvironment({u"HOME"_s}),
        .timeLimit = std::chrono::seconds(20)};
    const auto answer = process::run(question, stop);
    if (!answer && answer.error().code == ErrorCode::Cancelled)
        return fail(answer.error());
    const QStringList lines = answer ? QString::fromUtf8(answer->output).trimmed().split(u'\n') : QStringList();
    if (lines.size() != 4)
        return fail(ErrorCode::ToolMissing, u"Node.js is not installed or does not run"_s,
                    answer ? QString::fromUtf8(answer->errors).trimmed() : answer.error().text(),
                    u"Install Node.js 18.20 or newer with npm (Debian: apt install nodejs npm)"_s);

    NodeInstallation installation;
    installation.node = QFileInfo(lines[0]).canonicalFilePath();
    installation.npm = findNpm(installation.node);
    installation.platform = lines.mid(1).join(u' ');
    installation.files = filesOf(installation.node);
    if (!installation.npm.isEmpty() && !installation.npm.startsWith("/usr/"_L1))
        installation.files << QFileInfo(QFileInfo(installation.npm).path()).path();
    return installation;
}

} // namespace pipeline::workers
