// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command.h"

#include <functional>
#include <memory>
#include <vector>

namespace pipeline::cli {

/// The program as a function: arguments, streams and environment in, exit code out.
class Program {
public:
    explicit Program(std::vector<std::unique_ptr<Command>> commands) : m_commands(std::move(commands)) {}

    /// \a arguments are those after the program's name.
    int run(const QStringList &arguments, Streams &streams, const QProcessEnvironment &environment, std::stop_token stop);

    const std::vector<std::unique_ptr<Command>> &commands() const { return m_commands; }

private:
    Command *find(const QStringList &words, int *used) const;
    void printOverview(QTextStream &out) const;

    const std::vector<std::unique_ptr<Command>> m_commands;
};

/// All commands, in the order in which they are listed.
std::vector<std::unique_ptr<Command>> allCommands();

} // namespace pipeline::cli
