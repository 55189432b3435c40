// SPDX-License-Identifier: Apache-2.0
#include "eventstore.h"

#include "models/timestamp.h"
#include "store/database.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::events {

using store::Connection;

Result<QList<Event>> append(Connection &connection, qint64 item, int attempt, std::span<const NewEvent> events)
{
    const auto now = connection.now();
    if (!now)
        return fail(now.error());
    QList<QVariantList> rows;
    QList<Event> written;
    for (const NewEvent &event : events) {
        const QByteArray payload = QJsonDocument(event.payload).toJson(QJsonDocument::Compact);
        rows << QVariantList{item, attempt, *now, event.kind, QString::fromUtf8(payload)};
        written << Event{0, item, attempt, fromTimestamp(*now), event.kind, event.payload};
    }
    const auto ids = connection.insertEach(
        u"insert into run_event (item_id, attempt, at, kind, payload) values (?, ?, ?, ?, ?)"_s, rows);
    if (!ids)
        return fail(ids.error());
    for (qsizetype i = 0; i < written.size(); ++i)
        written[i].id = ids->at(i);
    return written;
}

Result<Event> append(Connection &connection, qint64 item, int attempt, const QString &kind, const QJsonObject &payload)
{
    const NewEvent event{kind, payload};
    const auto written = append(connection, item, attempt, std::span(&event, 1));
    return written ? Result<Event>(written->first()) : fail(written.error());
}

Result<void> requireClaim(Connection &connection, const Claim &claim)
{
    const auto rows = connection.query(u"select 1 from backlog where id = ? and cerca = ? and estado = 'executando'"_s,
                                       {claim.item, claim.fence});
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return fail(ErrorCode::LeaseLost, u"The lease on item %1 is lost"_s.arg(claim.item),
                    u"Another runner has claimed it since, or it has ended"_s);
    return {};
}

Result<QList<Event>> EventStore::since(qint64 id, std::optional<qint64> item, int limit, std::stop_token stop) const
{
    return m_database.read(
        [=](Connection &connection) -> Result<QList<Event>> {
            const QString columns = u"select id, item_id, attempt, at, kind, payload from run_event where "_s;
            const auto rows = item
                ? connection.query(columns + "item_id = ? and id > ? order by id limit ?"_L1, {*item, id, limit})
                : connection.query(columns + "id > ? order by id limit ?"_L1, {id, limit});
            if (!rows)
                return fail(rows.error());
            QList<Event> events;
            for (const store::Row &row : *rows)
                events << Event{row[0].toLongLong(), row[1].toLongLong(),
                                row[2].toInt(),      fromTimestamp(row[3].toString()),
                                row[4].toString(),   QJsonDocument::fromJson(row[5].toString().toUtf8()).object()};
            return events;
        },
        stop);
}

Result<qint64> EventStore::newestId(std::stop_token stop) const
{
    return m_database.read(
        [](Connection &connection) -> Result<qint64> {
            const auto rows = connection.query(u"select coalesce(max(id), 0) from run_event"_s);
            if (!rows)
                return fail(rows.error());
            return rows->first().first().toLongLong();
        },
        stop);
}

Result<QList<Attempt>> EventStore::attempts(qint64 item, std::stop_token stop) const
{
    return m_database.read(
        [item](Connection &connection) -> Result<QList<Attempt>> {
            const auto rows = connection.query(u"select attempt, runner, host, started_at, ended_at, outcome, reason "
                                               "from run_attempt where item_id = ? order by attempt"_s,
                                               {item});
            if (!rows)
                return fail(rows.error());
            QList<Attempt> attempts;
            for (const store::Row &row : *rows)
                attempts << Attempt{row[0].toInt(),
                                    row[1].toString(),
                                    row[2].toString(),
                                    fromTimestamp(row[3].toString()),
                                    fromTimestamp(row[4].toString()),
                                    row[5].toString(),
                                    row[6].toString()};
            return attempts;
        },
        stop);
}

Result<QList<StageState>> EventStore::stages(qint64 item, std::stop_token stop) const
{
    return m_database.read(
        [item](Connection &connection) -> Result<QList<StageState>> {
            const auto rows = connection.query(
                u"select attempt, stage, status, started_at, ended_at, done, total, step from run_stage "
                "where item_id = ? order by attempt, rowid"_s,
                {item});
            if (!rows)
                return fail(rows.error());
            QList<StageState> stages;
            for (const store::Row &row : *rows)
                stages << StageState{row[0].toInt(),
                                     row[1].toString(),
                                     row[2].toString(),
                                     fromTimestamp(row[3].toString()),
                                     fromTimestamp(row[4].toString()),
                                     row[5].toInt(),
                                     row[6].toInt(),
                                     row[7].toString()};
            return stages;
        },
        stop);
}

} // namespace pipeline::events
