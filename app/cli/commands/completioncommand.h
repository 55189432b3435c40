// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `completion`: prints a script that makes a shell complete this program's words.
class CompletionCommand : public Command {
public:
    Synopsis synopsis() const override;
    bool worksDespite(const Error &) const override { return true; }
    int run(Call &call) override;
};

} // namespace pipeline::cli
