// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `rule list`: what `validate` looks for.
class RuleListCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `rule show`: what one rule finds, why it matters and how to repair it.
class RuleShowCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
