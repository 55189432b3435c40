// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secret.h"

namespace pipeline::credentials {

/// \a text without \a secret, for the words of a peer, which may repeat what they were sent.
///
/// A secret of less than eight bytes stays: it would be found inside the names that a message is about.
QByteArray redacted(QByteArray text, const Secret &secret);

} // namespace pipeline::credentials
