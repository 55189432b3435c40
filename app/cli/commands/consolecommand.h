// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `console`: opens the desktop console and does not wait for it.
class ConsoleCommand : public Command {
public:
    Synopsis synopsis() const override;
    bool worksDespite(const Error &) const override { return true; }
    int run(Call &call) override;
};

} // namespace pipeline::cli
