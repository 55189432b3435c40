// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../command.h"

namespace pipeline::cli {

/// `credential set`: stores a secret, read from standard input.
class CredentialSetCommand : public Command {
public:
    QString name() const override { return QStringLiteral("credential set"); }
    QString summary() const override { return QStringLiteral("Store a secret, read from standard input"); }
    QString help() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `credential remove`: takes a secret out of the keychain.
class CredentialRemoveCommand : public Command {
public:
    QString name() const override { return QStringLiteral("credential remove"); }
    QString summary() const override { return QStringLiteral("Take a secret out of the system keychain"); }
    void declare(QCommandLineParser &parser) const override;
    int run(Call &call) override;
};

/// `credential list`: says where each secret would come from, never its value.
class CredentialListCommand : public Command {
public:
    QString name() const override { return QStringLiteral("credential list"); }
    QString summary() const override { return QStringLiteral("Show where each secret would come from"); }
    int run(Call &call) override;
};

} // namespace pipeline::cli
