// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

/// The statements of a migration file; an empty line ends each, since a trigger has semicolons inside.
QStringList statements(const QString &sql)
{
    static const QRegularExpression emptyLine(u"\\n\\s*\\n"_s);
    QStringList list;
    for (QString statement : sql.split(emptyLine)) {
        QStringList lines = statement.split(u'\n');
        lines.removeIf([](const QString &line) { return line.trimmed().startsWith("--"_L1); });
        statement = lines.join(u'\n').trimmed();
        if (!statement.isEmpty())
            list << statement;
    }
    return list;
}

Result<void> apply(Connection &connection, const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"The migration %1 cannot be read"_s.arg(fileName), file.errorString());
    for (const QString &statement : statements(QString::fromUtf8(file.readAll()))) {
        if (const auto done = connection.execute(statement); !done)
            return fail(done.error());
    }
    return {};
}

QFileInfoList migrationFiles()
{
    return QDir(u":/migrations/sqlite"_s).entryInfoList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

} // namespace

Result<int> schemaVersion(Connection &connection, const QString &databaseName)
{
    const auto rows = connection.query(u"pragma user_version"_s);
    if (!rows)
        return fail(rows.error());
    const int version = rows->first().first().toInt();
    const qsizetype known = migrationFiles().size();
    if (version > known)
        return fail(ErrorCode::Corrupt,
                    u"The backlog database %1 was made by a newer version of this program"_s.arg(databaseName),
                    u"Its schema is %1; this program knows up to %2"_s.arg(version).arg(known),
                    u"Install the newer version; the database was not changed"_s);
    return version;
}

Result<void> migrate(Connection &connection, const QString &databaseName)
{
    const auto version = schemaVersion(connection, databaseName);
    if (!version)
        return fail(version.error());
    const QFileInfoList files = migrationFiles();
    for (const QFileInfo &file : files.mid(*version)) {
        if (const auto done = apply(connection, file.filePath()); !done)
            return done;
    }
    if (*version == files.size())
        return {};
    const auto recorded = connection.execute(u"pragma user_version = %1"_s.arg(files.size()));
    return recorded ? Result<void>() : fail(recorded.error());
}

} // namespace pipeline::store
