// SPDX-License-Identifier: Apache-2.0
#include "keychainstore.h"

#include "environmentstore.h"
#include "keychainqueue.h"

using namespace Qt::StringLiterals;

namespace pipeline::credentials {

namespace {

const QString service = u"prometheus-pipeline"_s;

tl::unexpected<Error> unavailable(const QString &why, const QString &name)
{
    return fail(
        ErrorCode::KeychainUnavailable, u"The system keychain could not be used"_s, why,
        u"Unlock it in a desktop session; without one set %1 or use systemd credentials"_s.arg(secretVariable(name)));
}

/// Runs one job; the errors are those that all jobs have in common.
template<class Job, class Prepare>
Result<KeychainAnswer> run(const QString &name, const Prepare &prepare, std::chrono::milliseconds limit,
                           std::stop_token stop)
{
    const Result<void> checked = checkSecretName(name);
    if (!checked)
        return fail(checked.error());
    const auto makeJob = [name, prepare] {
        auto *job = new Job(service);
        job->setKey(name);
        prepare(job);
        return job;
    };
    const std::optional<KeychainAnswer> answer = KeychainQueue::ofProcess().ask(makeJob, limit, stop);
    if (!answer && stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"The system keychain was not waited for"_s, u"cancelled"_s);
    if (!answer)
        return unavailable(
            u"the keychain did not answer within %1 s; it may be locked"_s.arg(double(limit.count()) / 1000), name);
    if (answer->isLocked)
        return unavailable(u"it is locked"_s, name);
    switch (answer->error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return *answer;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return unavailable(u"access was denied: %1"_s.arg(answer->errorText), name);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unavailable(u"there is none: %1"_s.arg(answer->errorText), name);
    default:
        return unavailable(answer->errorText, name);
    }
}

} // namespace

Result<std::optional<Secret>> KeychainStore::read(const QString &name, std::stop_token stop)
{
    const auto answer = run<QKeychain::ReadPasswordJob>(name, [](auto *) {}, m_timeLimit, stop);
    return answer.transform([](const KeychainAnswer &found) {
        return found.error == QKeychain::NoError ? std::optional(Secret(found.data)) : std::nullopt;
    });
}

Result<QString> KeychainStore::source(const QString &name, std::stop_token stop)
{
    return read(name, stop).transform([](const std::optional<Secret> &secret) {
        return secret ? u"system keychain"_s : QString();
    });
}

Result<void> KeychainStore::write(const QString &name, const Secret &secret, std::stop_token stop)
{
    if (secret.isEmpty())
        return fail(ErrorCode::InvalidInput, u"The secret %1 is empty"_s.arg(name));
    const auto answer = run<QKeychain::WritePasswordJob>(
        name, [secret](auto *job) { job->setBinaryData(secret.reveal()); }, m_timeLimit, stop);
    if (!answer)
        return fail(answer.error());
    if (answer->error != QKeychain::NoError)
        return unavailable(answer->errorText, name);
    return {};
}

Result<void> KeychainStore::remove(const QString &name, std::stop_token stop)
{
    const Result<QString> from = source(name, stop); // Secret Service does not say whether it removed anything
    if (!from)
        return fail(from.error());
    if (from->isEmpty())
        return fail(ErrorCode::NotFound, u"The system keychain has no secret %1"_s.arg(name));
    const auto answer = run<QKeychain::DeletePasswordJob>(name, [](auto *) {}, m_timeLimit, stop);
    return answer.transform([](const KeychainAnswer &) {});
}

} // namespace pipeline::credentials
