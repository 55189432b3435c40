// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `backlog add`: inserts one item.
class BacklogAddCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `backlog list`: shows items, the newest first.
class BacklogListCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `backlog show`: shows one item whole.
class BacklogShowCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `backlog retry`: makes a failed or cancelled item pending again.
class BacklogRetryCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `backlog cancel`: ends a pending item, asks the runner of a running one to stop.
class BacklogCancelCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
