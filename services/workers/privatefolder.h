// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QTemporaryDir>

namespace pipeline::workers {

/// A new folder of nobody else, with a name that begins with \a prefix, in \a parent, which is made when it is missing.
/// Storage when it cannot be made.
Result<QTemporaryDir> makePrivateFolder(const QString &parent, const QString &prefix);

/// Removes the folders in \a parent that were not changed for \a days.
void removeEntriesOlderThan(const QString &parent, int days);

} // namespace pipeline::workers
