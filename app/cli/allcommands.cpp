// SPDX-License-Identifier: Apache-2.0
#include "commands/auditcommands.h"
#include "commands/backlogcommands.h"
#include "commands/credentialcommands.h"
#include "commands/releasecommands.h"
#include "commands/runcommand.h"
#include "commands/validatecommand.h"
#include "program.h"

namespace pipeline::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
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
    commands.push_back(std::make_unique<CredentialSetCommand>());
    commands.push_back(std::make_unique<CredentialRemoveCommand>());
    commands.push_back(std::make_unique<CredentialListCommand>());
    commands.push_back(std::make_unique<AuditLogCommand>());
    commands.push_back(std::make_unique<AuditVerifyCommand>());
    return commands;
}

} // namespace pipeline::cli
