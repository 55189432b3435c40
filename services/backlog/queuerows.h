// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "queuereader.h"
#include "store/connection.h"

namespace pipeline::backlog {

/// The rows of these items, in this order; what is not there is left out.
Result<QList<QueueRow>> queueRows(store::Connection &connection, const QList<qint64> &ids,
                                  const QString &defaultEnvironment);

/// "(1,2,3)" for an `in`.
QString idList(const QList<qint64> &ids);

} // namespace pipeline::backlog
