// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "database.h"

#include <QStringList>

namespace pipeline::store {

/// What a look at a whole database found.
struct Integrity {
    int schema = 0; ///< number of its last migration
    QStringList problems; ///< SQLite's words; empty when it is sound
};

/// Reads every page and index, which takes a while for a large file.
Result<Integrity> checkIntegrity(Database &database, std::stop_token stop);

} // namespace pipeline::store
