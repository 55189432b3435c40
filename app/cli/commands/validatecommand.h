// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `validate`: says what is wrong with files and folders, without a backlog.
class ValidateCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
