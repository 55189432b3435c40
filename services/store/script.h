// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connection.h"

namespace pipeline::store {

/// Runs the statements of an SQL file of the resources inside the caller's transaction; an empty line ends each.
Result<void> runScript(Connection &connection, const QString &fileName);

} // namespace pipeline::store
