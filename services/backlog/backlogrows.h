// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/contract/backlogitem.h"
#include "store/connection.h"

namespace pipeline::backlog {

/// The columns that itemFrom() reads, in its order.
extern const QString ItemColumns;

contract::BacklogItem itemFrom(const store::Row &row);

/// The row of that id; NotFound when there is none.
Result<contract::BacklogItem> readItem(store::Connection &connection, qint64 id);

/// Inserts one row; gives its id.
Result<qint64> insertRow(store::Connection &connection, const contract::NewItem &item, const QString &createdBy);

/// The result of an item that ends without a runner, for \a reason: what its attempts did before is in it.
Result<QJsonObject> resultWithoutRunner(store::Connection &connection, const contract::BacklogItem &item,
                                        const QString &reason);

/// JSON for a text column.
QString toText(const QJsonObject &object);

} // namespace pipeline::backlog
