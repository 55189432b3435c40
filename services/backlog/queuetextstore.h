// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connection.h"

namespace pipeline::backlog {

/// What \a text means to queue_search; empty when it has no letter and no digit.
QString searchExpression(const QString &text);

/// Makes temp.queue_found hold the ids of the items that \a search finds; gives how many.
///
/// It stays with the connection, so that the pages of one search do not search again while nobody writes.
Result<qint64> findText(store::Connection &connection, const QString &search);

/// Makes temp.queue_found_facet hold how many of temp.queue_found each facet has.
Result<void> countFound(store::Connection &connection);

/// queue_facet as a table of a from clause, with how many items are wanted of each as `wanted`: all, or those found.
QString countedFacets(bool onlyFound);

} // namespace pipeline::backlog
