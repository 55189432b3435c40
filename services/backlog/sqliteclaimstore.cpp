// SPDX-License-Identifier: Apache-2.0
#include "sqlitebacklog.h"

#include "audit/journal.h"
#include "backlogrows.h"
#include "events/eventstore.h"
#include "store/database.h"

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using contract::BacklogItem;
using store::Connection;

namespace {

/// How long a deployment that got no answer may still be under way at the engine: the request's time limit, and 5 s.
constexpr std::chrono::milliseconds OpenRequest = std::chrono::seconds(65);

/// The common table `open_item`: the items that have not ended, with their kind and environment; its parameter is the
/// default environment.
///
/// The kind says how a runner must be able to work to take an item: its mode, or 'invalid' when it cannot be told. As
/// PipelineContext reads them, an empty modo or ambiente is none. Not materialized, so that a claim reads no further
/// than to the first item that it can take.
const QString OpenItems = uR"(
    with read_item as not materialized (
        select *, nullif(modo, '') as own_mode, nullif(json_extract(contexto, '$.modo'), '') as mode,
            nullif(json_extract(contexto, '$.ambiente'), '') as place, json_type(contexto, '$.ambiente') as place_type
        from backlog where estado in ('pendente', 'executando') and tipo = 'executar_pipeline'),
    open_item as not materialized (
        select *,
            case when own_mode <> mode or place_type not in ('text', 'null') then 'invalid'
                 when coalesce(own_mode, mode) in ('validar', 'implantar') then coalesce(own_mode, mode)
                 else 'invalid' end as kind,
            coalesce(place, nullif(?, '')) as environment
        from read_item))"_s;

/// Condition on an item that a runner may take; its parameters come from allowedParameters().
QString allowedCondition(const Capabilities &capabilities)
{
    const QStringList environments(capabilities.environments.size(), u"?"_s);
    return uR"((kind = 'invalid' or (kind = 'validar' and ?)
                or (kind = 'implantar' and environment is not null and environment in (%1))))"_s.arg(
        environments.join(u','));
}

QVariantList allowedParameters(const Capabilities &capabilities)
{
    QVariantList parameters{capabilities.validate};
    for (const QString &environment : capabilities.environments)
        parameters << environment;
    return parameters;
}

/// Ends the items whose runner died in their last attempt: nobody will take them again.
Result<void> endExhausted(Connection &connection, const QString &now, const Actor &runner)
{
    // The index of open items is used where its own condition is repeated word by word.
    const auto rows = connection.query(
        u"select %1 from backlog where estado in ('pendente', 'executando') and estado = 'executando' "
        "and tipo in ('executar_pipeline', 'atualizar_servidor') "
        "and reserva_expira_em < ? and tentativa >= max_tentativas"_s.arg(ItemColumns),
        {now});
    if (!rows)
        return fail(rows.error());
    for (const store::Row &row : *rows) {
        const BacklogItem item = itemFrom(row);
        const bool cancelled = !item.cancelRequestedBy.isEmpty();
        const QString lost = u"The runner was lost in attempt %1 of %2 (last: %3); what it did besides is unknown"_s
                                 .arg(item.attempt)
                                 .arg(item.maxAttempts)
                                 .arg(item.reservedBy);
        const QString reason = cancelled ? u"Cancelled by %1. %2"_s.arg(item.cancelRequestedBy, lost) : lost;
        const auto result = resultWithoutRunner(connection, item, reason);
        if (!result)
            return fail(result.error());
        const QString state = contract::toString(cancelled ? contract::ItemState::Cancelled
                                                           : contract::ItemState::Failed);
        const auto ended = connection.execute(
            u"update backlog set estado = ?, resultado = ?, reserva_expira_em = null where id = ?"_s,
            {state, toText(*result), item.id});
        if (!ended)
            return fail(ended.error());
        const auto attempt = connection.execute(
            u"update run_attempt set ended_at = ?, outcome = 'lost', reason = ? where item_id = ? and attempt = ?"_s,
            {now, reason, item.id, item.attempt});
        if (!attempt)
            return fail(attempt.error());
        const auto event = events::append(
            connection, item.id, item.attempt, u"finished"_s,
            {{u"estado"_s, state}, {u"resultado"_s, *result}, {u"seguinte"_s, QJsonValue(QJsonValue::Null)}});
        if (!event)
            return fail(event.error());
        const auto entry = audit::append(connection, runner,
                                         {.what = u"item.abandoned"_s,
                                          .item = item.id,
                                          .releaseRef = item.releaseRef(),
                                          .environment = item.environment(),
                                          .details = {{u"modo"_s, item.mode}, {u"motivo"_s, reason}}});
        if (!entry)
            return fail(entry.error());
    }
    return {};
}

/// Makes \a id an item that \a runner has, and gives it as it is then.
Result<std::optional<BacklogItem>> taken(Connection &connection, qint64 id, const QString &now, const QString &expires,
                                         const Actor &runner)
{
    const auto lost = connection.execute(
        u"update run_attempt set ended_at = ?, outcome = 'lost' where item_id = ? and ended_at is null"_s, {now, id});
    const auto changed = connection.execute(
        u"update backlog set estado = 'executando', tentativa = tentativa + 1, cerca = cerca + 1, "
        "reservado_por = ?, reserva_expira_em = ? where id = ?"_s,
        {runner.name, expires, id});
    if (!lost || !changed)
        return fail(lost ? changed.error() : lost.error());
    const auto item = readItem(connection, id);
    if (!item)
        return fail(item.error());
    const auto attempt = connection.execute(
        u"insert into run_attempt (item_id, attempt, runner, host, started_at) values (?, ?, ?, ?, ?)"_s,
        {id, item->attempt, runner.name, runner.host, now});
    if (!attempt)
        return fail(attempt.error());
    const auto event = events::append(connection, id, item->attempt, u"claimed"_s,
                                      {{u"runner"_s, runner.name}, {u"host"_s, runner.host}});
    if (!event)
        return fail(event.error());
    const auto entry = audit::append(connection, runner,
                                     {.what = u"item.claimed"_s,
                                      .item = id,
                                      .releaseRef = item->releaseRef(),
                                      .environment = item->environment(),
                                      .details = {{u"tentativa"_s, item->attempt}, {u"cerca"_s, item->fence}}});
    if (!entry)
        return fail(entry.error());
    return std::optional(*item);
}

Error leaseLost(const Claim &claim)
{
    return {ErrorCode::LeaseLost,
            u"The lease on item %1 is lost"_s.arg(claim.item),
            u"Another runner has claimed it since, or it has ended"_s,
            {}};
}

/// Runs an update that the claim guards.
Result<void> guarded(Connection &connection, const Claim &claim, const QString &assignments, QVariantList parameters)
{
    parameters << claim.item << claim.fence;
    const auto changed = connection.execute(
        u"update backlog set %1 where id = ? and cerca = ? and estado = 'executando'"_s.arg(assignments), parameters);
    if (!changed)
        return fail(changed.error());
    return *changed == 1 ? Result<void>() : fail(leaseLost(claim));
}

Result<Pulse> readPulse(Connection &connection, const Claim &claim)
{
    const auto rows = connection.query(
        u"select cancelamento_por from backlog where id = ? and cerca = ? and estado = 'executando'"_s,
        {claim.item, claim.fence});
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return fail(leaseLost(claim));
    return Pulse{rows->first().first().toString()};
}

Result<void> endAttempt(Connection &connection, const Claim &claim, const QString &outcome, const QString &reason)
{
    const auto now = connection.now();
    if (!now)
        return fail(now.error());
    const auto ended = connection.execute(
        u"update run_attempt set ended_at = ?, outcome = ?, reason = ? where item_id = ? and attempt = ?"_s,
        {*now, outcome, reason, claim.item, claim.attempt});
    return ended ? Result<void>() : fail(ended.error());
}

} // namespace

Result<std::optional<BacklogItem>> SqliteBacklog::claim(const Capabilities &capabilities, const Actor &runner,
                                                        std::chrono::milliseconds lease, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<std::optional<BacklogItem>> {
            const auto now = connection.now();
            const auto expires = connection.nowPlus(lease.count());
            const auto openSince = connection.nowPlus(-OpenRequest.count());
            if (!now || !expires || !openSince)
                return fail(!now ? now.error() : !expires ? expires.error() : openSince.error());
            if (const auto ended = endExhausted(connection, *now, runner); !ended)
                return fail(ended.error());
            QVariantList parameters{capabilities.defaultEnvironment, capabilities.defaultEnvironment, *openSince};
            parameters += allowedParameters(capabilities);
            parameters << *now << *now;
            // A lease that has ended keeps its environment, for its holder may still extend it: that item is taken
            // first. So does a deployment whose answer never came, also of an item that was cancelled meanwhile.
            const auto found = connection.query(uR"(%1,
                    occupied as materialized (
                        select id, environment from open_item where estado = 'executando' and kind = 'implantar'
                        union all
                        select item_id, coalesce(nullif(json_extract(contexto, '$.ambiente'), ''), nullif(?, ''))
                        from run_effect join backlog on backlog.id = item_id
                        where kind = 'deployment' and answer is null and intended_at > ?)
                    select id from open_item as candidate
                    where %2
                      and ((estado = 'pendente' and disponivel_em <= ?)
                           or (estado = 'executando' and reserva_expira_em < ?))
                      and not (kind = 'implantar' and exists (
                          select 1 from occupied
                          where occupied.environment = candidate.environment and occupied.id <> candidate.id))
                    order by prioridade desc, id limit 1)"_s.arg(OpenItems, allowedCondition(capabilities)),
                                                parameters);
            if (!found)
                return fail(found.error());
            if (found->isEmpty())
                return std::nullopt;
            return taken(connection, found->first().first().toLongLong(), *now, *expires, runner);
        },
        stop);
}

Result<std::optional<BacklogItem>> SqliteBacklog::claimUpdate(const QString &server, const Actor &runner,
                                                              std::chrono::milliseconds lease, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<std::optional<BacklogItem>> {
            const auto now = connection.now();
            const auto expires = connection.nowPlus(lease.count());
            if (!now || !expires)
                return fail(!now ? now.error() : expires.error());
            if (const auto ended = endExhausted(connection, *now, runner); !ended)
                return fail(ended.error());
            const auto found = connection.query(
                u"select id from backlog where estado in ('pendente', 'executando') and tipo = 'atualizar_servidor' "
                "and json_extract(contexto, '$.servidor') = ? "
                "and ((estado = 'pendente' and disponivel_em <= ?) "
                "or (estado = 'executando' and reserva_expira_em < ?)) "
                "order by prioridade desc, id limit 1"_s,
                {server, *now, *now});
            if (!found)
                return fail(found.error());
            if (found->isEmpty())
                return std::nullopt;
            return taken(connection, found->first().first().toLongLong(), *now, *expires, runner);
        },
        stop);
}

Result<Pulse> SqliteBacklog::extend(const Claim &claim, std::chrono::milliseconds lease, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<Pulse> {
            const auto expires = connection.nowPlus(lease.count());
            if (!expires)
                return fail(expires.error());
            const auto done = guarded(connection, claim, u"reserva_expira_em = max(reserva_expira_em, ?)"_s,
                                      {*expires});
            return done ? readPulse(connection, claim) : fail(done.error());
        },
        stop);
}

Result<Pulse> SqliteBacklog::pulse(const Claim &claim, std::stop_token stop)
{
    return m_database.read([claim](Connection &connection) { return readPulse(connection, claim); }, stop);
}

Result<std::optional<qint64>> SqliteBacklog::complete(const Claim &claim, const Completion &completion,
                                                      std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<std::optional<qint64>> {
            const QString state = contract::toString(completion.state);
            const auto done = guarded(connection, claim, u"estado = ?, resultado = ?, reserva_expira_em = null"_s,
                                      {state, toText(completion.result)});
            if (!done)
                return fail(done.error());
            const auto item = readItem(connection, claim.item);
            if (!item)
                return fail(item.error());
            std::optional<qint64> followerId;
            if (completion.follower) {
                const auto inserted = insertRow(connection, *completion.follower, claim.runner.name);
                if (!inserted)
                    return fail(inserted.error());
                followerId = *inserted;
            }
            const QString reason = completion.result["motivo"_L1].toString();
            if (const auto ended = endAttempt(connection, claim, state, reason); !ended)
                return fail(ended.error());
            const QJsonValue follower = followerId ? QJsonValue(*followerId) : QJsonValue(QJsonValue::Null);
            const auto event = events::append(
                connection, claim.item, claim.attempt, u"finished"_s,
                {{u"estado"_s, state}, {u"resultado"_s, completion.result}, {u"seguinte"_s, follower}});
            if (!event)
                return fail(event.error());
            const auto entry = audit::append(
                connection, claim.runner,
                {.what = u"item.completed"_s,
                 .item = claim.item,
                 .releaseRef = item->releaseRef(),
                 .environment = completion.environment,
                 .manifest = completion.result["manifesto"_L1].toString(),
                 .details = {
                     {u"modo"_s, item->mode}, {u"estado"_s, state}, {u"motivo"_s, reason}, {u"seguinte"_s, follower}}});
            return entry ? Result<std::optional<qint64>>(followerId) : fail(entry.error());
        },
        stop);
}

Result<void> SqliteBacklog::postpone(const Claim &claim, std::chrono::milliseconds pause, const QString &reason,
                                     std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<void> {
            const auto asked = readPulse(connection, claim);
            if (!asked)
                return fail(asked.error());
            if (!asked->cancelRequestedBy.isEmpty())
                return fail(ErrorCode::Cancelled, u"Cancelled by %1"_s.arg(asked->cancelRequestedBy));
            const auto until = connection.nowPlus(pause.count());
            if (!until)
                return fail(until.error());
            const auto done = guarded(
                connection, claim,
                u"estado = 'pendente', disponivel_em = ?, reservado_por = null, reserva_expira_em = null"_s, {*until});
            if (!done)
                return done;
            if (const auto ended = endAttempt(connection, claim, u"pendente"_s, reason); !ended)
                return ended;
            const auto event = events::append(connection, claim.item, claim.attempt, u"postponed"_s,
                                              {{u"motivo"_s, reason}, {u"disponivel_em"_s, *until}});
            if (!event)
                return fail(event.error());
            const auto item = readItem(connection, claim.item);
            if (!item)
                return fail(item.error());
            const auto entry = audit::append(connection, claim.runner,
                                             {.what = u"item.postponed"_s,
                                              .item = claim.item,
                                              .releaseRef = item->releaseRef(),
                                              .environment = item->environment(),
                                              .details = {{u"motivo"_s, reason}, {u"disponivel_em"_s, *until}}});
            return entry ? Result<void>() : fail(entry.error());
        },
        stop);
}

Result<QList<BacklogItem>> SqliteBacklog::unclaimable(const Capabilities &capabilities, std::stop_token stop)
{
    return m_database.read(
        [capabilities](Connection &connection) -> Result<QList<BacklogItem>> {
            QVariantList parameters{capabilities.defaultEnvironment};
            parameters += allowedParameters(capabilities);
            const auto rows = connection.query(uR"(%1
                    select %2 from open_item
                    where estado = 'pendente' and disponivel_em <= strftime('%Y-%m-%dT%H:%M:%fZ', 'now') and not %3
                    order by prioridade desc, id limit 100)"_s.arg(OpenItems, ItemColumns,
                                                                   allowedCondition(capabilities)),
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

} // namespace pipeline::backlog
