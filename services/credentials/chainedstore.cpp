// SPDX-License-Identifier: Apache-2.0
#include "chainedstore.h"

namespace pipeline::credentials {

ChainedStore::ChainedStore(std::unique_ptr<CredentialStore> first, std::unique_ptr<CredentialStore> second)
    : m_first(std::move(first)), m_second(std::move(second))
{}

Result<std::optional<Secret>> ChainedStore::read(const QString &name, std::stop_token stop)
{
    Result<std::optional<Secret>> found = m_first->read(name, stop);
    return !found || *found ? found : m_second->read(name, stop);
}

Result<QString> ChainedStore::source(const QString &name, std::stop_token stop)
{
    Result<QString> found = m_first->source(name, stop);
    return !found || !found->isEmpty() ? found : m_second->source(name, stop);
}

Result<void> ChainedStore::write(const QString &name, const Secret &secret, std::stop_token stop)
{
    return m_second->write(name, secret, stop);
}

Result<void> ChainedStore::remove(const QString &name, std::stop_token stop)
{
    const Result<void> removed = m_second->remove(name, stop);
    if (removed)
        return removed;
    const Result<void> refused = m_first->remove(name, stop);
    const bool onlyTheFirst = !refused && refused.error().code == ErrorCode::Refused;
    return onlyTheFirst ? refused : removed;
}

} // namespace pipeline::credentials
