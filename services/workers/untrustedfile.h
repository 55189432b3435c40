// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeline::workers {

/// The content of a file that strangers' code could have put there: nothing when it is not a regular file (a link would
/// lead out of the sandbox, a pipe would block) or is larger than \a limit bytes.
std::optional<QByteArray> readUntrusted(const QString &path, qint64 limit = 64 * 1024 * 1024);

} // namespace pipeline::workers
