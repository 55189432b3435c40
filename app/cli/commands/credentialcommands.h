// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `credential set`: stores a secret, read from standard input.
class CredentialSetCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `credential remove`: takes a secret out of the keychain.
class CredentialRemoveCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

/// `credential list`: says where each secret would come from, never its value.
class CredentialListCommand : public Command {
public:
    Synopsis synopsis() const override;
    int run(Call &call) override;
};

} // namespace pipeline::cli
