// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror.h"

namespace pipeline::repository {

/// The error that git's words on standard error stand for; \a purpose becomes the message.
Error explainGit(const QString &purpose, const QByteArray &words, const Remote &remote, const QString &folder);

/// \a text without users and passwords in addresses, and without the remote's token.
QString withoutCredentials(QString text, const Remote &remote);

} // namespace pipeline::repository
