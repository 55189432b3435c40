// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "releasehistory.h"
#include "store/connection.h"

namespace pipeline::backlog {

/// Completes rows of release_ref, first, item_id, state, sprint, prepared_by.
Result<QList<ReleaseRow>> releaseRows(store::Connection &connection, const store::Rows &found,
                                      const QStringList &environments, const QString &defaultEnvironment);

/// The newest items of a release, newest first.
Result<QList<HistoryItem>> historyItems(store::Connection &connection, const QString &releaseRef);

} // namespace pipeline::backlog
