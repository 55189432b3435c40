// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "journal.h"
#include "store/connection.h"

namespace pipeline::audit {

/// The columns that entryFrom() reads, in its order.
extern const QString EntryColumns;

Entry entryFrom(const store::Row &row);

} // namespace pipeline::audit
