// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/secret.h"
#include "http/client.h"

namespace pipeline::webhook {

/// Asks a worker server to bring itself to a commit of main.
struct DeployCall {
    QUrl url;
    QString commit; ///< full SHA
    QString id; ///< the same however often the call is repeated; the receiver ignores one that it knows
    http::TlsFiles tls;
};

/// What the receiver answered to a call that it took.
struct DeployAnswer {
    int status = 0;
    QString item; ///< X-Item: the receiver's item; empty when it names none
    QString message;
};

/// Sends \a call once, signed with \a secret at the current time.
///
/// Errors: Unauthorized (401), Refused (another 4xx, or "Branch ignorada"), Unreachable (5xx, 429, connection),
/// and those of http::Client.
Result<DeployAnswer> send(http::Client &client, const DeployCall &call, const credentials::Secret &secret,
                          std::stop_token stop);

} // namespace pipeline::webhook
