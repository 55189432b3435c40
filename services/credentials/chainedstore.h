// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentialstore.h"

#include <memory>

namespace pipeline::credentials {

/// A store that is only read, and behind it one that keeps what is written.
class ChainedStore : public CredentialStore {
public:
    ChainedStore(std::unique_ptr<CredentialStore> first, std::unique_ptr<CredentialStore> second);

    /// The second is not touched when the first has the secret.
    Result<std::optional<Secret>> read(const QString &name, std::stop_token stop) override;
    Result<QString> source(const QString &name, std::stop_token stop) override;

    /// Into the second. While the first has a secret of that name, read() still gives that one.
    Result<void> write(const QString &name, const Secret &secret, std::stop_token stop) override;

    /// From the second. Refused, naming the source, when only the first has it.
    Result<void> remove(const QString &name, std::stop_token stop) override;

private:
    const std::unique_ptr<CredentialStore> m_first;
    const std::unique_ptr<CredentialStore> m_second;
};

} // namespace pipeline::credentials
