// SPDX-License-Identifier: Apache-2.0
#include "redaction.h"

namespace pipeline::credentials {

namespace {

constexpr qsizetype ShortestRedacted = 8;

} // namespace

QByteArray redacted(QByteArray text, const Secret &secret)
{
    return secret.reveal().size() < ShortestRedacted ? text : text.replace(secret.reveal(), "…");
}

} // namespace pipeline::credentials
