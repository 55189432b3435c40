// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

class CheckPrinter;

/// `doctor`: what this machine lacks, and how to get it.
class DoctorCommand : public Command {
public:
    Synopsis synopsis() const override;
    bool worksDespite(const Error &) const override { return true; }
    int run(Call &call) override;

private:
    static void examineMachine(Call &call, CheckPrinter &printer);
    static void examineConfigured(Call &call, CheckPrinter &printer);
};

} // namespace pipeline::cli
