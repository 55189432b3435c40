// SPDX-License-Identifier: Apache-2.0
#include "commands/auditcommands.h"
#include "commands/backlogcommands.h"
#include "commands/completioncommand.h"
#include "commands/consolecommand.h"
#include "commands/credentialcommands.h"
#include "commands/doctorcommand.h"
#include "commands/environmentcommands.h"
#include "commands/releasecommands.h"
#include "commands/rulecommands.h"
#include "commands/runcommand.h"
#include "commands/validatecommand.h"
#include "program.h"

namespace pipeline::cli {

Commands allCommands()
{
    Commands commands;
    commands.push_back(std::make_unique<ValidateCommand>());
    commands.push_back(std::make_unique<RunCommand>());
    commands.push_back(std::make_unique<BacklogAddCommand>());
    commands.push_back(std::make_unique<BacklogListCommand>());
    commands.push_back(std::make_unique<BacklogShowCommand>());
    commands.push_back(std::make_unique<BacklogRetryCommand>());
    commands.push_back(std::make_unique<BacklogCancelCommand>());
    commands.push_back(std::make_unique<ReleaseListCommand>());
    commands.push_back(std::make_unique<ReleaseShowCommand>());
    commands.push_back(std::make_unique<ReleaseDecideCommand>(true));
    commands.push_back(std::make_unique<ReleaseDecideCommand>(false));
    commands.push_back(std::make_unique<EnvironmentAddCommand>());
    commands.push_back(std::make_unique<EnvironmentListCommand>());
    commands.push_back(std::make_unique<EnvironmentTestCommand>());
    commands.push_back(std::make_unique<EnvironmentRemoveCommand>());
    commands.push_back(std::make_unique<CredentialSetCommand>());
    commands.push_back(std::make_unique<CredentialRemoveCommand>());
    commands.push_back(std::make_unique<CredentialListCommand>());
    commands.push_back(std::make_unique<AuditLogCommand>());
    commands.push_back(std::make_unique<AuditVerifyCommand>());
    commands.push_back(std::make_unique<RuleListCommand>());
    commands.push_back(std::make_unique<RuleShowCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
    commands.push_back(std::make_unique<ConsoleCommand>());
    commands.push_back(std::make_unique<CompletionCommand>());
    return commands;
}

} // namespace pipeline::cli
