// SPDX-License-Identifier: Apache-2.0
#include "completioncommand.h"

#include "../completion/completion.h"
#include "../program.h"

using namespace Qt::StringLiterals;

namespace pipeline::cli {

Synopsis CompletionCommand::synopsis() const
{
    return {
        .name = u"completion"_s,
        .summary = u"Print a script that completes commands in a shell"_s,
        .text = u"It knows the commands, options and values of this very version. Load it in the shell's start-up "
                "file, or store it where the shell looks for completions."_s,
        .arguments = {{u"SHELL"_s, u"bash, zsh or fish."_s, Argument::Number::One, {u"bash"_s, u"zsh"_s, u"fish"_s}}},
        .exitCodes = {{0, u"Done."_s}, {2, u"The call is wrong."_s}},
        .examples = {u"completion bash > ~/.local/share/bash-completion/completions/prometheus-pipeline"_s},
        .formats = {u"text"_s}};
}

int CompletionCommand::run(Call &call)
{
    QList<Synopsis> commands;
    for (const auto &command : allCommands())
        commands << command->synopsis();
    const QString shell = call.positional().first();
    call.streams.out << (shell == "bash"_L1      ? bashCompletion(commands)
                             : shell == "zsh"_L1 ? zshCompletion(commands)
                                                 : fishCompletion(commands));
    return 0;
}

} // namespace pipeline::cli
