// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <stop_token>

namespace pipeline::store {
class Database;
}

namespace pipeline::sample {

/// Fills an empty backlog with the releases of resources/samples/backlog.sql, the last seconds of which are now.
///
/// Everything is there that runs and people leave: items, stages, log lines, tests, and a journal whose chain holds.
Result<void> fillBacklog(store::Database &database, std::stop_token stop);

} // namespace pipeline::sample
