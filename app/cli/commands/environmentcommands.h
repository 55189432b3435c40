// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `environment add`: writes an environment into the configuration file.
class EnvironmentAddCommand : public Command {
public:
    Synopsis synopsis() const override;
    bool worksDespite(const Error &problem) const override { return problem.code == ErrorCode::NotFound; }
    int run(Call &call) override;
};

/// `environment list`: what is configured.
class EnvironmentListCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `environment test`: whether an environment can be deployed to, check by check.
class EnvironmentTestCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `environment remove`: takes an environment out of the configuration file.
class EnvironmentRemoveCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
