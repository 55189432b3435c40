// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `release list`: every release of the backlog and where it stands.
class ReleaseListCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `release show`: the items of one release, the newest first, and what waits.
class ReleaseShowCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `release approve` and `release reject`: records a decision.
class ReleaseDecideCommand : public Command {
public:
    explicit ReleaseDecideCommand(bool approve) : m_approve(approve) {}

    Synopsis synopsis() const override;
    int run(Call &call) override;

private:
    const bool m_approve;
};

} // namespace pipeline::cli
