// SPDX-License-Identifier: Apache-2.0
#include "queuerows.h"
#include "queuetextstore.h"
#include "releasehistory.h"
#include "store/database.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

/// So many items are looked at; a word that stands in more of them names no file in particular.
constexpr int MostItems = 1000;

bool hasWords(const QString &name, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString ReleaseFile::name() const
{
    return path.section(u'/', -1);
}

QString ReleaseFile::product() const
{
    return path.section(u'/', 0, 0);
}

Result<QList<ReleaseFile>> ReleaseHistory::files(const QString &text, int limit, std::stop_token stop) const
{
    return m_database.read(
        [=, defaultEnvironment = m_defaultEnvironment](Connection &connection) -> Result<QList<ReleaseFile>> {
            // The index gives its rows from the newest on, and is left where the limit is reached.
            const QString search = searchExpression(text);
            const QString items = search.isEmpty()
                ? u"select item_id from queue_row order by item_id desc limit %1"_s.arg(MostItems)
                : u"select rowid as item_id from queue_search where queue_search match ? "
                  "order by rowid desc limit %1"_s.arg(MostItems);
            const auto rows = connection.query(uR"(select release.item_id, json_extract(artefact.value, '$.path'),
                    json_extract(artefact.value, '$.tipo')
                from (%1) as found
                cross join queue_row as row using (item_id)
                cross join release_row as release
                    on release.release_ref = row.release_ref and release.item_id = row.item_id
                cross join backlog as item on item.id = row.item_id
                left join backlog as origin
                    on origin.id = item.origem_id and json_type(item.contexto, '$.artefatos') is null
                join json_each(coalesce(origin.contexto, item.contexto), '$.artefatos') as artefact
                where artefact.type = 'object' order by release.first desc, artefact.key)"_s.arg(items),
                                               search.isEmpty() ? QVariantList() : QVariantList{search});
            if (!rows)
                return fail(rows.error());
            const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
            QList<ReleaseFile> files;
            QList<qint64> ids;
            for (const store::Row &row : *rows) {
                ReleaseFile file{{}, row[1].toString(), row[2].toString()};
                if (!hasWords(file.name(), words))
                    continue;
                ids << row[0].toLongLong();
                files << file;
                if (files.size() == limit)
                    break;
            }
            const auto found = queueRows(connection, ids, defaultEnvironment);
            if (!found)
                return fail(found.error());
            QHash<qint64, QueueRow> itemOf;
            for (const QueueRow &item : *found)
                itemOf.insert(item.id, item);
            for (qsizetype i = 0; i < files.size(); ++i)
                files[i].item = itemOf.value(ids.at(i));
            return files;
        },
        stop);
}

} // namespace pipeline::backlog
