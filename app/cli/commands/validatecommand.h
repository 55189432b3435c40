// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `validate`: says what is wrong with files and folders, without a backlog.
class ValidateCommand : public Command {
public:
    QString name() const override { return QStringLiteral("validate"); }
    QString summary() const override { return QStringLiteral("Check files or folders without a backlog"); }
    QString help() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
