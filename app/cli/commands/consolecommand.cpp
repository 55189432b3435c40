// SPDX-License-Identifier: Apache-2.0
#include "consolecommand.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

Synopsis ConsoleCommand::synopsis() const
{
    return {
        .name = u"console"_s,
        .summary = u"Open the desktop console"_s,
        .text =
            u"Starts prometheus-console with the same configuration and backlog, and does not wait for it. A console "
            "that runs already comes to the front."_s,
        .arguments = {{u"RELEASE"_s, u"Open this release."_s, Argument::Number::AtMostOne}},
        .exitCodes = {{0, u"It was started."_s}, {2, u"It is not installed, or the call is wrong."_s}},
        .examples = {u"console"_s, u"console R-2026.11.3"_s},
        .formats = {u"text"_s}};
}

int ConsoleCommand::run(Call &call)
{
    // Beside this program first: a build's console belongs to it.
    const QString name = u"prometheus-console"_s;
    QString program = QStandardPaths::findExecutable(name, {QCoreApplication::applicationDirPath()});
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(name, call.app.environment().value(u"PATH"_s).split(u':'));
    QStringList arguments;
    for (const QString &option : {u"config"_s, u"backlog"_s}) {
        if (call.arguments.isSet(option))
            arguments << u"--"_s + option << call.arguments.value(option);
    }
    if (!call.positional().isEmpty())
        arguments << u"prometheus-pipeline://release/"_s + call.positional().first();
    if (program.isEmpty() || !QProcess::startDetached(program, arguments))
        return call.report({ErrorCode::ToolMissing, u"The console was not started"_s,
                            program.isEmpty() ? u"prometheus-console is neither beside this program nor on the PATH"_s
                                              : u"%1 cannot be run"_s.arg(program),
                            u"Install the package with the desktop console"_s});
    return 0;
}

} // namespace pipeline::cli
