// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

#include <memory>
#include <vector>

namespace pipeline::cli {

using Commands = std::vector<std::unique_ptr<Command>>;

/// The program as a function: arguments, streams and environment in, exit code out.
class Program {
public:
    explicit Program(Commands commands) : m_commands(std::move(commands)) {}

    /// \a arguments are those after the program's name.
    int run(const QStringList &arguments, Streams &streams, const QProcessEnvironment &environment,
            std::stop_token stop);

private:
    int runCommand(Command &command, const QStringList &arguments, Streams &streams,
                   const QProcessEnvironment &environment, std::stop_token stop);
    Command *find(const QStringList &words, int *used) const;
    /// Those whose first word is \a word; all for an empty one.
    QList<Synopsis> synopses(const QString &word = {}) const;

    const Commands m_commands;
};

/// All commands, in the order in which they are listed.
Commands allCommands();

} // namespace pipeline::cli
