// SPDX-License-Identifier: Apache-2.0
#include "doctorcommand.h"

#include "../checkprinter.h"

#include "diagnosis/environmenttest.h"
#include "diagnosis/storagechecks.h"
#include "diagnosis/toolchecks.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

using diagnosis::Diagnosis;
using diagnosis::Examination;

namespace {

constexpr qint64 RoomForDatabase = 50'000'000;
constexpr qint64 RoomForCache = 500'000'000; // workers' modules and the repositories' copies

Diagnosis configurationCheck(const Call &call)
{
    const Examination examination(u"configuration"_s);
    if (call.configurationProblem)
        return examination.failure(*call.configurationProblem);
    const QString file = call.app.configuration().file;
    if (file.isEmpty())
        return examination.skipped(u"There is no %1; the defaults hold"_s.arg(call.configurationFile()),
                                   u"prometheus-pipeline environment add --help"_s);
    return examination.success(file);
}

/// What `run` claims on this machine.
Diagnosis runnerCheck(const Call &call)
{
    const Examination examination(u"runner"_s);
    const auto able = call.app.capabilities(call.stop);
    if (!able)
        return examination.failure(able.error());
    QStringList does;
    if (able->validate)
        does << u"validar"_s;
    if (!able->environments.isEmpty())
        does << u"implantar for "_s + able->environments.join(", "_L1);
    if (does.isEmpty())
        return examination.skipped(
            u"It claims nothing here"_s,
            u"validar needs git, Node.js and npm; implantar needs the credential of an environment"_s);
    return examination.success(u"It claims "_s + does.join("; "_L1));
}

} // namespace

Synopsis DoctorCommand::synopsis() const
{
    return {
        .name = u"doctor"_s,
        .summary = u"Tell what is missing on this machine, and how to get it"_s,
        .text = u"Looks at the configuration, git, Node.js and npm, the sandbox for workers' code, the keychain, the "
                "backlog database (schema and every page), room on the disks, the repositories, each environment's "
                "engine, and what a runner would claim here. Nothing is installed or repaired.\n\nA check is ok, "
                "failed, unknown (of no harm unless something else says so) or skipped."_s,
        .exitCodes = {{0, u"Nothing failed."_s},
                      {1, u"Credentials or a certificate are refused or missing."_s},
                      {2, u"The configuration is wrong, or the call."_s},
                      {3, u"A tool is missing, or something is out of reach."_s}},
        .examples = {u"doctor"_s, u"doctor --format json"_s}};
}

int DoctorCommand::run(Call &call)
{
    CheckPrinter printer(call);
    printer.add(configurationCheck(call));
    examineMachine(call, printer);
    if (!call.configurationProblem)
        examineConfigured(call, printer);
    return printer.finish();
}

void DoctorCommand::examineMachine(Call &call, CheckPrinter &printer)
{
    printer.add(diagnosis::checkGit(call.stop));
    printer.add(diagnosis::checkNode(call.stop));
    printer.add(diagnosis::checkSandbox(call.app.sandbox()));
    printer.add(diagnosis::checkKeychain(call.stop));
    printer.add(diagnosis::checkDisk(u"disk, cache"_s, call.app.cacheFolder(), RoomForCache));
    if (call.configurationProblem && !call.arguments.isSet(u"backlog"_s))
        return; // which database is meant is not known
    const QString url = call.app.configuration().backlogUrl;
    printer.add(diagnosis::checkDatabase(url, call.stop));
    if (url.startsWith("sqlite:"_L1))
        printer.add(diagnosis::checkDisk(u"disk, database"_s, QFileInfo(url.mid(7)).absolutePath(), RoomForDatabase));
}

void DoctorCommand::examineConfigured(Call &call, CheckPrinter &printer)
{
    const configuration::Configuration &configuration = call.app.configuration();
    for (const auto &repository : {configuration.artefacts, configuration.workers}) {
        if (!repository || call.stop.stop_requested())
            continue;
        printer.add(diagnosis::checkRepository(*call.app.mirror(repository), call.stop));
    }
    if (!configuration.artefacts && !configuration.workers)
        printer.add(Examination(u"repositories"_s)
                        .skipped(u"None is configured"_s,
                                 u"Add [repositories.artefatos] and [repositories.workers] to %1"_s.arg(
                                     call.configurationFile())));
    for (const Environment &environment : configuration.environments) {
        if (call.stop.stop_requested())
            continue;
        printer.add(diagnosis::summariseEnvironment(
            environment, diagnosis::testEnvironment(environment, call.app.credentials(), call.app.http(), call.stop)));
    }
    if (configuration.environments.isEmpty())
        printer.add(Examination(u"environments"_s)
                        .skipped(u"None is configured"_s, u"prometheus-pipeline environment add --help"_s));
    printer.add(runnerCheck(call));
}

} // namespace pipeline::cli
