// SPDX-License-Identifier: Apache-2.0
#include "environmenttest.h"

#include "camunda/system.h"
#include "credentials/keychainstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::diagnosis {

namespace {

using contract::CheckStatus;

/// Where the secret comes from; its value goes to \a found.
Diagnosis examineSecret(const QString &name, const QString &secretName, credentials::CredentialStore &credentials,
                        std::optional<credentials::Secret> &found, std::stop_token stop)
{
    const Examination examination(name);
    const auto secret = credentials.read(secretName, stop);
    const auto source = secret && *secret ? credentials.source(secretName, stop) : Result<QString>(QString());
    if (!secret || !source)
        return examination.failure(secret ? source.error() : secret.error());
    if (!*secret)
        return examination.failure({ErrorCode::Unauthorized,
                                    u"There is no secret %1"_s.arg(secretName),
                                    {},
                                    u"Store it: prometheus-pipeline credential set %1"_s.arg(secretName)});
    found = *secret;
    return examination.success(u"%1 from %2"_s.arg(secretName, *source));
}

/// The engine's checks; \a problem belongs to the one that failed.
QList<Diagnosis> examineEngine(const camunda::EngineClient &engine, std::stop_token stop)
{
    const camunda::Probe probe = camunda::probe(engine, stop);
    QList<Diagnosis> diagnoses;
    for (const contract::Check &check : probe.checks) {
        Diagnosis diagnosis{check, {}, {}};
        const bool isBad = check.status == CheckStatus::Failed
            || (check.status == CheckStatus::Unknown && probe.problem && check.detail == probe.problem->text());
        if (isBad && probe.problem) {
            diagnosis = Examination(check.name).failure(*probe.problem);
            diagnosis.check.milliseconds = check.milliseconds;
            diagnosis.check.status = check.status;
        }
        diagnoses << diagnosis;
    }
    return diagnoses;
}

} // namespace

QList<Diagnosis> testEnvironment(const Environment &environment, credentials::CredentialStore &credentials,
                                 http::Client &client, std::stop_token stop)
{
    QList<Diagnosis> diagnoses;
    std::optional<credentials::Secret> secret;
    const bool asks = environment.authentication != Authentication::None;
    if (asks)
        diagnoses << examineSecret(u"credential"_s, environment.engineSecret(), credentials, secret, stop);
    Environment probed = environment;
    if (!secret)
        probed.authentication = Authentication::None; // an empty password would count as a wrong one
    const camunda::EngineClient engine(client, probed, secret.value_or(credentials::Secret()));
    QList<Diagnosis> answers = examineEngine(engine, stop);
    for (Diagnosis &answer : answers) {
        if (asks && !secret && answer.check.name == "credentials"_L1 && answer.check.status == CheckStatus::Failed)
            answer = Examination(answer.check.name).skipped(u"There is no secret to try"_s);
    }
    diagnoses += answers;
    std::optional<credentials::Secret> signature;
    if (!environment.workerWebhook.isEmpty() && environment.workerTrigger == WorkerTrigger::Webhook)
        diagnoses << examineSecret(u"webhook"_s, environment.webhookSecret(), credentials, signature, stop);
    return diagnoses;
}

Diagnosis summariseEnvironment(const Environment &environment, const QList<Diagnosis> &tests)
{
    const auto isOpen = [](const Diagnosis &diagnosis) { return diagnosis.problem.has_value(); };
    const auto problem = std::ranges::find_if(tests, isOpen);
    const auto version = std::ranges::find(tests, u"version"_s,
                                           [](const Diagnosis &diagnosis) { return diagnosis.check.name; });
    Diagnosis summary = problem != tests.cend() ? *problem : *version;
    if (problem == tests.cend())
        summary.check.detail = u"Camunda %1 at %2"_s.arg(version->check.detail, environment.engine.toString());
    summary.check.name = u"environment "_s + environment.name;
    summary.check.milliseconds = 0;
    for (const Diagnosis &test : tests)
        summary.check.milliseconds += test.check.milliseconds;
    return summary;
}

Diagnosis checkKeychain(std::stop_token stop)
{
    const Examination examination(u"keychain"_s);
    credentials::KeychainStore keychain(std::chrono::seconds(5));
    const auto answer = keychain.source(u"github"_s, stop);
    return answer ? examination.success(u"It answers"_s) : examination.unknown(answer.error());
}

} // namespace pipeline::diagnosis
