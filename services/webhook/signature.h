// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace pipeline::webhook {

/// `sha256=<hex HMAC-SHA256(secret, "<timestamp>.<body>")>`, the value of X-Signature.
///
/// \a timestamp is the value of X-Timestamp: Unix time in milliseconds, in decimal digits.
QByteArray signature(const QByteArray &secret, const QByteArray &timestamp, const QByteArray &body);

} // namespace pipeline::webhook
