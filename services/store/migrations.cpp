// SPDX-License-Identifier: Apache-2.0
#include "migrations.h"

#include "script.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace pipeline::store {

namespace {

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
        if (const auto done = runScript(connection, file.filePath()); !done)
            return done;
    }
    if (*version == files.size())
        return {};
    const auto recorded = connection.execute(u"pragma user_version = %1"_s.arg(files.size()));
    return recorded ? Result<void>() : fail(recorded.error());
}

} // namespace pipeline::store
