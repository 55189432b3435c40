// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

namespace pipeline::tests {

using OutsideRows = QList<QVariantList>;

/// A connection of another program to an SQLite file: what a producer, an approver or an intruder does to it.
class OutsideSql {
public:
    explicit OutsideSql(const QString &fileName) : m_name(QUuid::createUuid().toString())
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(fileName);
        if (!database.open())
            qWarning("%s: %s", qPrintable(fileName), qPrintable(database.lastError().text()));
    }
    ~OutsideSql()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    OutsideSql(const OutsideSql &) = delete;
    OutsideSql &operator=(const OutsideSql &) = delete;

    /// Runs one statement; gives its rows, or SQLite's words.
    Result<OutsideRows> run(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        query.setForwardOnly(true);
        if (!query.exec(sql))
            return fail(ErrorCode::Internal, query.lastError().text());
        OutsideRows rows;
        while (query.next()) {
            QVariantList row;
            for (int column = 0; column < query.record().count(); ++column)
                row << query.value(column);
            rows << row;
        }
        if (query.lastError().isValid())
            return fail(ErrorCode::Internal, query.lastError().text());
        return rows;
    }

    /// The first value that a query gives; invalid, with a warning, when it gives none.
    QVariant value(const QString &sql)
    {
        const auto rows = run(sql);
        if (rows && !rows->isEmpty())
            return rows->first().first();
        qWarning("%s: %s", qPrintable(sql), qPrintable(rows ? QStringLiteral("no row") : rows.error().text()));
        return {};
    }

private:
    const QString m_name;
};

} // namespace pipeline::tests
