// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secret.h"

#include "models/result.h"

#include <optional>
#include <stop_token>

namespace pipeline::credentials {

/// Where secrets are read from, by the names of the contract ("camunda.producao").
class CredentialStore {
public:
    virtual ~CredentialStore() = default;

    /// The secret, or nothing when the store works but does not have it. KeychainUnavailable when it does not work.
    virtual Result<std::optional<Secret>> read(const QString &name, std::stop_token stop) = 0;

    /// Where read() would take it from ("system keychain", "PIPELINE_SECRET_…"), empty when nowhere; never the value.
    virtual Result<QString> source(const QString &name, std::stop_token stop) = 0;

    /// Stores the secret where the user's secrets live. Refused when the store is read-only.
    virtual Result<void> write(const QString &name, const Secret &secret, std::stop_token stop) = 0;
    virtual Result<void> remove(const QString &name, std::stop_token stop) = 0;
};

} // namespace pipeline::credentials
