// SPDX-License-Identifier: Apache-2.0
#include "samplestore.h"

#include "audit/journal.h"
#include "models/timestamp.h"
#include "store/database.h"
#include "store/script.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::sample {

namespace {

Result<void> writeJournal(store::Connection &connection)
{
    const auto acts = connection.query(uR"(
        select ago, actor, host, program, act, item, ref, ambiente, iif(head is null, null, manifest), details
        from sample_act left join sample_goods using (ref)
        order by ago desc, sample_act.rowid)"_s);
    if (!acts)
        return fail(acts.error());
    for (const store::Row &row : *acts) {
        const auto at = connection.nowPlus(-1000 * row[0].toLongLong());
        if (!at)
            return fail(at.error());
        const QString actor = row[1].toString();
        const auto entry = audit::appendAt(connection, fromTimestamp(*at),
                                           {actor, actor, row[2].toString(), row[3].toString()},
                                           {.what = row[4].toString(),
                                            .item = row[5].isNull() ? std::nullopt : std::optional(row[5].toLongLong()),
                                            .releaseRef = row[6].toString(),
                                            .environment = row[7].toString(),
                                            .manifest = row[8].toString(),
                                            .details = QJsonDocument::fromJson(row[9].toString().toUtf8()).object()});
        if (!entry)
            return fail(entry.error());
    }
    return {};
}

/// The tables of the scripts, which would otherwise live as long as the connection.
Result<void> dropTables(store::Connection &connection)
{
    const auto tables = connection.query(u"select name from sqlite_temp_master where type = 'table'"_s);
    if (!tables)
        return fail(tables.error());
    for (const store::Row &row : *tables) {
        if (const auto dropped = connection.execute(u"drop table temp.%1"_s.arg(row[0].toString())); !dropped)
            return fail(dropped.error());
    }
    return {};
}

} // namespace

Result<void> fillBacklog(store::Database &database, std::stop_token stop)
{
    return database.write(
        [](store::Connection &connection) -> Result<void> {
            for (const QString &script : {u":/sample/backlog.sql"_s, u":/sample/fill.sql"_s}) {
                if (const auto done = store::runScript(connection, script); !done)
                    return done;
            }
            if (const auto written = writeJournal(connection); !written)
                return written;
            return dropTables(connection);
        },
        stop);
}

} // namespace pipeline::sample
