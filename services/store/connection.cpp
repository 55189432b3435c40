// SPDX-License-Identifier: Apache-2.0
#include "connection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

/// An empty text is a text: NULL is only what is meant as NULL, for which nullIfEmpty() is there.
QVariant bound(const QVariant &parameter)
{
    const bool isText = parameter.typeId() == QMetaType::QString && !parameter.isNull();
    return isText && parameter.toString().isEmpty() ? QVariant(u""_s) : parameter;
}

bool exec(QSqlQuery &query, const QVariantList &parameters)
{
    for (const QVariant &parameter : parameters)
        query.addBindValue(bound(parameter));
    return query.exec();
}

Result<QSqlQuery> run(QSqlDatabase &database, const QString &sql, const QVariantList &parameters)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql) || !exec(query, parameters))
        return fail(toError(query.lastError(), database.databaseName()));
    return query;
}

} // namespace

Result<Rows> Connection::query(const QString &sql, const QVariantList &parameters)
{
    auto query = run(m_database, sql, parameters);
    if (!query)
        return fail(query.error());
    Rows rows;
    const int columns = query->record().count();
    while (query->next()) {
        Row row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row << query->value(column);
        rows << row;
    }
    // A step can fail after the first row, for example on a damaged page.
    if (query->lastError().isValid())
        return fail(toError(query->lastError(), m_database.databaseName()));
    return rows;
}

Result<int> Connection::execute(const QString &sql, const QVariantList &parameters)
{
    const auto query = run(m_database, sql, parameters);
    if (!query)
        return fail(query.error());
    return query->numRowsAffected();
}

Result<qint64> Connection::insert(const QString &sql, const QVariantList &parameters)
{
    const auto query = run(m_database, sql, parameters);
    if (!query)
        return fail(query.error());
    return query->lastInsertId().toLongLong();
}

Result<QList<qint64>> Connection::insertEach(const QString &sql, const QList<QVariantList> &parameters)
{
    QSqlQuery query(m_database);
    bool ok = query.prepare(sql);
    QList<qint64> ids;
    for (auto each = parameters.begin(); ok && each != parameters.end(); ++each) {
        ok = exec(query, *each);
        ids << query.lastInsertId().toLongLong();
    }
    if (!ok)
        return fail(toError(query.lastError(), m_database.databaseName()));
    return ids;
}

Result<QString> Connection::now()
{
    return nowPlus(0);
}

Result<QString> Connection::nowPlus(qint64 milliseconds)
{
    const QString seconds = QString::number(double(milliseconds) / 1000.0, 'f', 3);
    const auto rows = query(u"select strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)"_s, {seconds + " seconds"_L1});
    if (!rows)
        return fail(rows.error());
    return rows->first().first().toString();
}

Error toError(const QSqlError &error, const QString &databaseName)
{
    // SQLite's primary result codes; the driver gives the extended ones, whose low byte they are.
    enum Sqlite {
        Busy = 5,
        Locked = 6,
        ReadOnly = 8,
        IoError = 10,
        Corrupt = 11,
        Full = 13,
        CantOpen = 14,
        Constraint = 19,
        NotADatabase = 26
    };
    const QString name = u"The backlog database "_s + databaseName;
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {ErrorCode::Unreachable, name + u" is locked by another program"_s, error.databaseText(),
                u"Try again; if it stays locked, look for a program that keeps a transaction open"_s};
    case ReadOnly:
        return {ErrorCode::Storage, name + u" cannot be written"_s, error.databaseText(),
                u"Check the owner and the permissions of the file and its folder"_s};
    case Full:
        return {ErrorCode::Storage, u"The disk of the backlog database "_s + databaseName + u" is full"_s,
                error.databaseText(), u"Free some space and repeat the command; nothing that was recorded is lost"_s};
    case IoError:
        return {ErrorCode::Storage, name + u" cannot be read or written"_s, error.databaseText(), u"Check the disk"_s};
    case CantOpen:
        return {ErrorCode::Storage, name + u" cannot be opened"_s, error.databaseText(),
                u"Check that its folder exists and can be written"_s};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::Corrupt, name + u" is damaged or is not a database"_s, error.databaseText(),
                u"Restore it from a backup; it was not changed"_s};
    case Constraint:
        return {ErrorCode::Conflict, name + u" refused the change"_s, error.databaseText(), {}};
    default:
        return {ErrorCode::Internal, name + u" reported an error"_s, error.text(), {}};
    }
}

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

} // namespace pipeline::store
