// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `audit log`: shows the journal, the newest entry first.
class AuditLogCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `audit verify`: reads the whole chain of the journal.
class AuditVerifyCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
