// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentialstore.h"

#include <chrono>

namespace pipeline::credentials {

/// The system's keychain: Secret Service or KWallet, macOS Keychain, Windows Credential Store.
///
/// May be used from any number of threads at once. Errors: KeychainUnavailable when there is none, when it is locked
/// and nobody unlocks it within the time limit, or when access was denied; Cancelled.
class KeychainStore : public CredentialStore {
public:
    explicit KeychainStore(std::chrono::milliseconds timeLimit = std::chrono::seconds(10)) : m_timeLimit(timeLimit) {}

    Result<std::optional<Secret>> read(const QString &name, std::stop_token stop) override;
    Result<QString> source(const QString &name, std::stop_token stop) override;
    /// InvalidInput for an empty secret. What timed out while a prompt was shown still happens when that is answered.
    Result<void> write(const QString &name, const Secret &secret, std::stop_token stop) override;

    /// NotFound when it does not have the secret.
    Result<void> remove(const QString &name, std::stop_token stop) override;

private:
    const std::chrono::milliseconds m_timeLimit;
};

} // namespace pipeline::credentials
