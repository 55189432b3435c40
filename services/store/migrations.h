// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection.h"

namespace pipeline::store {

/// The number of the last migration that the schema has; Corrupt when that is newer than this program.
Result<int> schemaVersion(Connection &connection, const QString &databaseName);

/// Brings the schema up to date inside the caller's write transaction, by the numbered files of resources/migrations.
///
/// Errors as of schemaVersion().
Result<void> migrate(Connection &connection, const QString &databaseName);

} // namespace pipeline::store
