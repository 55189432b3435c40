// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagnosis.h"

#include "credentials/credentialstore.h"
#include "http/client.h"
#include "models/environment.h"

namespace pipeline::diagnosis {

/// Whether an environment can be deployed to: its credential, then address, TLS, engine, credentials and version as
/// camunda::probe() says, then the secret of its webhook. The engine is sent a password once at most, and none when
/// there is none.
QList<Diagnosis> testEnvironment(const Environment &environment, credentials::CredentialStore &credentials,
                                 http::Client &client, std::stop_token stop);

/// testEnvironment() as one line, under the environment's name: the first thing that is wrong.
Diagnosis summariseEnvironment(const Environment &environment, const QList<Diagnosis> &tests);

/// Whether the system keychain can be used; not a failure when it cannot, for secrets may come from elsewhere.
Diagnosis checkKeychain(std::stop_token stop);

} // namespace pipeline::diagnosis
