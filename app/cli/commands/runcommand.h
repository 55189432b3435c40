// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `run`: takes items from the backlog and runs them.
class RunCommand : public Command {
public:
    QString name() const override { return QStringLiteral("run"); }
    QString summary() const override { return QStringLiteral("Take items from the backlog and run them"); }
    QString help() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
