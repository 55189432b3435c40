// SPDX-License-Identifier: Apache-2.0
#include "toolchecks.h"

#include "process/process.h"
#include "workers/nodeinstallation.h"

#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace pipeline::diagnosis {

namespace {

/// The first version number in what a program says of itself.
QVersionNumber versionIn(const QString &text)
{
    static const QRegularExpression number(u"\\d+\\.\\d+(\\.\\d+)*"_s);
    return QVersionNumber::fromString(number.match(text).captured());
}

Error tooOld(const QString &program, const QVersionNumber &found, const QVersionNumber &needed, const QString &hint)
{
    return {ErrorCode::ToolMissing, u"%1 %2 is too old"_s.arg(program, found.toString()),
            u"%1 or newer is needed"_s.arg(needed.toString()), hint};
}

} // namespace

Diagnosis checkGit(std::stop_token stop)
{
    const Examination examination(u"git"_s);
    const QString hint = u"Install git (Debian: apt install git)"_s;
    const QVersionNumber needed(2, 29); // fetch --no-write-fetch-head
    const auto answer = process::run({.program = u"git"_s,
                                      .arguments = {u"--version"_s},
                                      .environment = process::baseEnvironment(),
                                      .timeLimit = std::chrono::seconds(20)},
                                     stop);
    if (!answer || answer->exitCode != 0)
        return examination.failure({ErrorCode::ToolMissing, u"git is not installed or does not run"_s,
                                    answer ? QString::fromUtf8(answer->errors).trimmed() : answer.error().text(),
                                    hint});
    const QVersionNumber version = versionIn(QString::fromUtf8(answer->output));
    if (version < needed)
        return examination.failure(tooOld(u"git"_s, version, needed, hint));
    return examination.success(version.toString());
}

QList<Diagnosis> checkNode(std::stop_token stop)
{
    const Examination examination(u"node"_s);
    const Examination npm(u"npm"_s);
    const QString hint = u"Install Node.js 18 or newer with npm (Debian: apt install nodejs npm)"_s;
    const QVersionNumber needed(18);
    const auto found = workers::findNode(stop);
    if (!found)
        return {examination.failure(found.error()), npm.skipped(u"It comes with Node.js"_s)};
    const QVersionNumber version = versionIn(found->platform);
    QList<Diagnosis> diagnoses{version < needed
                                   ? examination.failure(tooOld(u"Node.js"_s, version, needed, hint))
                                   : examination.success(u"%1 at %2"_s.arg(version.toString(), found->node))};
    if (found->npm.isEmpty())
        diagnoses << npm.failure({ErrorCode::ToolMissing, u"npm is not installed"_s,
                                  u"Workers' dependencies are installed with it"_s, hint});
    else
        diagnoses << npm.success(found->npm);
    return diagnoses;
}

Diagnosis checkSandbox(const process::Sandbox &sandbox)
{
    const Examination examination(u"sandbox"_s);
    if (sandbox.kind() == process::Sandbox::Kind::Bubblewrap)
        return examination.success(sandbox.description());
    const Error weak{ErrorCode::ToolMissing,
                     sandbox.warning(),
                     {},
                     u"Install bubblewrap (Debian: apt install bubblewrap) and allow user namespaces"_s};
    return sandbox.kind() == process::Sandbox::Kind::OwnUser ? examination.unknown(weak) : examination.failure(weak);
}

Diagnosis checkRepository(repository::Mirror &mirror, std::stop_token stop)
{
    const Examination examination(u"repository "_s + mirror.remote().name);
    const auto head = mirror.head(stop);
    if (!head)
        return examination.failure(head.error());
    return examination.success(u"%1 is at %2"_s.arg(mirror.remote().branch, head->left(12)));
}

} // namespace pipeline::diagnosis
