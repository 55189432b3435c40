// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "git.h"

namespace pipeline::repository {

/// Takes the next piece of entry number \a index; an empty blob has one empty piece. An error ends the stream.
using BlobReceiver = std::function<Result<void>(qsizetype index, const QByteArray &piece, bool isLast)>;

/// Hands over the bytes of \a entries one after the other as git delivers them, checked against their object ids.
/// Corrupt when an object is missing or damaged, Refused for a submodule.
Result<void> streamBlobs(const Git &git, const QList<TreeEntry> &entries, const BlobReceiver &receive,
                         std::stop_token stop);

} // namespace pipeline::repository
