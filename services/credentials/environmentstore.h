// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentialstore.h"

#include <QProcessEnvironment>

namespace pipeline::credentials {

/// Secrets of a program without a desktop session, which it can only read: `$CREDENTIALS_DIRECTORY/<name>` (systemd),
/// then `PIPELINE_SECRET_<NAME>`, then CAMUNDA_PASS and DEPLOY_SECRET of the existing installation.
class EnvironmentStore : public CredentialStore {
public:
    /// The last two are the secrets of \a defaultEnvironment and of no other.
    EnvironmentStore(QProcessEnvironment environment, QString defaultEnvironment);

    /// InvalidInput for a name that is none, Storage when a credential file cannot be read.
    Result<std::optional<Secret>> read(const QString &name, std::stop_token stop) override;
    Result<QString> source(const QString &name, std::stop_token stop) override;

    /// Refused.
    Result<void> write(const QString &name, const Secret &secret, std::stop_token stop) override;

    /// Refused when it has the secret, NotFound otherwise.
    Result<void> remove(const QString &name, std::stop_token stop) override;

private:
    struct Found {
        Secret secret;
        QString source; ///< empty when there is no secret
    };
    Result<Found> find(const QString &name) const;

    const QProcessEnvironment m_environment;
    const QString m_defaultEnvironment;
};

/// InvalidInput unless \a name can be a secret's: letters, digits, dots, _ and -, beginning with a letter or digit.
Result<void> checkSecretName(const QString &name);

/// "PIPELINE_SECRET_CAMUNDA_PRODUCAO" for "camunda.producao".
QString secretVariable(const QString &name);

} // namespace pipeline::credentials
