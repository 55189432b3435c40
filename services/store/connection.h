// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QList>
#include <QVariant>

class QSqlDatabase;
class QSqlError;

namespace pipeline::store {

using Row = QList<QVariant>;
using Rows = QList<Row>;

/// One database connection inside one transaction; lives on a database thread and only as long as the transaction.
class Connection {
public:
    explicit Connection(QSqlDatabase &database) : m_database(database) {}

    /// Runs one statement with positional parameters and gives all its rows.
    Result<Rows> query(const QString &sql, const QVariantList &parameters = {});

    /// Runs one statement and gives the number of rows that it changed.
    Result<int> execute(const QString &sql, const QVariantList &parameters = {});

    /// Runs one insert and gives the id of the new row.
    Result<qint64> insert(const QString &sql, const QVariantList &parameters = {});

    /// Runs one insert for each list of parameters and gives the ids of the new rows.
    Result<QList<qint64>> insertEach(const QString &sql, const QList<QVariantList> &parameters);

    /// The database's clock, as the contract writes times.
    Result<QString> now();

    /// The database's clock moved by \a milliseconds.
    Result<QString> nowPlus(qint64 milliseconds);

private:
    QSqlDatabase &m_database;
};

/// What a failed statement means to a person and to a caller.
Error toError(const QSqlError &error, const QString &databaseName);

/// NULL for an empty text.
QVariant nullIfEmpty(const QString &text);

} // namespace pipeline::store
