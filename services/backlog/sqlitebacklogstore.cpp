// SPDX-License-Identifier: Apache-2.0
#include "sqlitebacklog.h"

#include "audit/journal.h"
#include "backlogrows.h"
#include "store/database.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using contract::BacklogItem;
using store::Connection;

Result<BacklogItem> SqliteBacklog::insert(const contract::NewItem &item, const Actor &actor, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<BacklogItem> {
            if (!item.idempotencyKey.isEmpty()) {
                const auto same = connection.query(
                    u"select %1 from backlog where chave_idempotencia = ?"_s.arg(ItemColumns), {item.idempotencyKey});
                if (!same)
                    return fail(same.error());
                if (!same->isEmpty())
                    return itemFrom(same->first());
            }
            const auto id = insertRow(connection, item, actor.name);
            if (!id)
                return fail(id.error());
            const auto inserted = readItem(connection, *id);
            if (!inserted)
                return inserted;
            const auto entry = audit::append(connection, actor,
                                             {.what = u"item.inserted"_s,
                                              .item = *id,
                                              .releaseRef = inserted->releaseRef(),
                                              .environment = inserted->environment(),
                                              .details = {{u"tipo"_s, inserted->type}, {u"modo"_s, inserted->mode}}});
            return entry ? inserted : fail(entry.error());
        },
        stop);
}

Result<BacklogItem> SqliteBacklog::item(qint64 id, std::stop_token stop)
{
    return m_database.read([id](Connection &connection) { return readItem(connection, id); }, stop);
}

Result<QList<BacklogItem>> SqliteBacklog::list(const Query &query, std::stop_token stop)
{
    return m_database.read(
        [query](Connection &connection) -> Result<QList<BacklogItem>> {
            QStringList conditions{u"1 = 1"_s};
            QVariantList parameters;
            const auto oneOf = [&](const QString &column, const QStringList &values) {
                if (values.isEmpty())
                    return;
                conditions << column + " in (?"_L1 + u", ?"_s.repeated(values.size() - 1) + u')';
                for (const QString &value : values)
                    parameters << value;
            };
            const auto restrict = [&](const QString &condition, const QVariant &value) {
                conditions << condition;
                parameters << value;
            };
            QStringList states;
            for (const auto state : query.states)
                states << contract::toString(state);
            oneOf(u"tipo"_s, query.types);
            oneOf(u"estado"_s, states);
            if (!query.mode.isEmpty())
                restrict(u"coalesce(modo, json_extract(contexto, '$.modo')) = ?"_s, query.mode);
            if (!query.environment.isEmpty()) {
                conditions << u"coalesce(nullif(json_extract(contexto, '$.ambiente'), ''), nullif(?, '')) = ?"_s;
                parameters << query.defaultEnvironment << query.environment;
            }
            if (!query.releaseRef.isEmpty())
                restrict(u"json_extract(contexto, '$.release_ref') = ?"_s, query.releaseRef);
            if (!query.manifest.isEmpty())
                restrict(u"json_extract(resultado, '$.manifesto') = ?"_s, query.manifest);
            if (query.origin)
                restrict(u"origem_id = ?"_s, *query.origin);
            if (query.beforeId > 0)
                restrict(u"id < ?"_s, query.beforeId);
            parameters << query.limit;
            const auto rows = connection.query(u"select %1 from backlog where %2 order by id desc limit ?"_s.arg(
                                                   ItemColumns, conditions.join(" and "_L1)),
                                               parameters);
            if (!rows)
                return fail(rows.error());
            QList<BacklogItem> items;
            for (const store::Row &row : *rows)
                items << itemFrom(row);
            return items;
        },
        stop);
}

Result<QList<Arrival>> SqliteBacklog::arrivals(const QString &environment, qint64 beforeId, std::stop_token stop)
{
    const qint64 before = beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max();
    // The journal knows the environment of an item that names none, and what happened to one that failed later.
    return m_database.read(
        [=](Connection &connection) -> Result<QList<Arrival>> {
            const auto rows = connection.query(uR"(
                select %1, (select manifest from journal where item_id = backlog.id and environment = ?
                            and act in ('deployment.created', 'workers.pushed', 'workers.already-there',
                                        'item.completed') order by journal.id desc limit 1)
                from backlog
                where tipo = 'executar_pipeline' and id < ? and exists (
                    select 1 from journal where item_id = backlog.id and environment = ?
                    and (act in ('deployment.created', 'workers.pushed', 'workers.already-there')
                         or (act = 'item.completed' and details ->> '$.modo' = 'implantar'
                             and details ->> '$.estado' = 'concluido')))
                order by id desc limit 100)"_s.arg(ItemColumns),
                                               {environment, before, environment});
            if (!rows)
                return fail(rows.error());
            QList<Arrival> arrivals;
            for (const store::Row &row : *rows)
                arrivals << Arrival{itemFrom(row), row.last().toString()};
            return arrivals;
        },
        stop);
}

} // namespace pipeline::backlog
