// SPDX-License-Identifier: Apache-2.0
#include "sqlitebacklog.h"

#include "audit/journal.h"
#include "backlogrows.h"
#include "models/contract/pipelineresult.h"
#include "models/timestamp.h"
#include "store/database.h"

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using contract::BacklogItem;
using contract::ItemState;
using store::Connection;

namespace {

bool isOurs(const BacklogItem &item)
{
    return item.type == contract::type::ExecutePipeline || item.type == contract::type::ApproveRelease
        || item.type == contract::type::UpdateServer;
}

tl::unexpected<Error> notOurs(const BacklogItem &item)
{
    return fail(ErrorCode::Refused,
                u"Item %1 is not changed: its tipo %2 belongs to another system"_s.arg(item.id).arg(item.type));
}

tl::unexpected<Error> alreadyEnded(const BacklogItem &item)
{
    return fail(ErrorCode::Conflict, u"Item %1 has ended already"_s.arg(item.id),
                u"It is %1 since %2"_s.arg(contract::toString(item.state), toTimestamp(item.updatedAt)));
}

Result<void> recordAct(Connection &connection, const Actor &actor, const QString &what, const BacklogItem &item)
{
    const auto entry = audit::append(
        connection, actor,
        {.what = what, .item = item.id, .releaseRef = item.releaseRef(), .environment = item.environment()});
    return entry ? Result<void>() : fail(entry.error());
}

contract::NewItem deployItem(const BacklogItem &approval, const contract::ApprovalRequest &request)
{
    contract::PipelineContext context;
    context.mode = contract::Mode::Deploy;
    context.releaseRef = request.releaseRef;
    context.sprint = request.sprint;
    context.environment = request.environment;
    context.artefacts = request.artefacts;
    return {.type = contract::type::ExecutePipeline,
            .mode = contract::toString(context.mode),
            .context = context.toJson(),
            .priority = approval.priority,
            .idempotencyKey = {},
            .originId = approval.id};
}

} // namespace

Result<BacklogItem> SqliteBacklog::cancel(qint64 id, const Actor &actor, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<BacklogItem> {
            const auto item = readItem(connection, id);
            if (!item)
                return item;
            if (!isOurs(*item))
                return notOurs(*item);
            if (item->isFinished())
                return alreadyEnded(*item);
            const auto result = resultWithoutRunner(connection, *item, u"Cancelled by %1"_s.arg(actor.name));
            if (!result)
                return fail(result.error());
            const auto changed = item->state == ItemState::Running
                ? connection.execute(u"update backlog set cancelamento_por = ? where id = ?"_s, {actor.name, id})
                : connection.execute(u"update backlog set estado = 'cancelado', cancelamento_por = ?, resultado = ? "
                                     "where id = ?"_s,
                                     {actor.name, toText(*result), id});
            if (!changed)
                return fail(changed.error());
            const QString what = item->state == ItemState::Running ? u"item.cancel-requested"_s : u"item.cancelled"_s;
            if (const auto recorded = recordAct(connection, actor, what, *item); !recorded)
                return fail(recorded.error());
            return readItem(connection, id);
        },
        stop);
}

Result<BacklogItem> SqliteBacklog::retry(qint64 id, const Actor &actor, std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<BacklogItem> {
            const auto item = readItem(connection, id);
            if (!item)
                return item;
            if (item->type != contract::type::ExecutePipeline)
                return fail(ErrorCode::Refused,
                            u"Item %1 cannot be retried: only executar_pipeline items can"_s.arg(id));
            if (item->state != ItemState::Failed && item->state != ItemState::Cancelled)
                return fail(ErrorCode::Conflict,
                            u"Item %1 is %2: only a failed or cancelled item can be retried"_s.arg(id).arg(
                                contract::toString(item->state)));
            const auto now = connection.now();
            if (!now)
                return fail(now.error());
            // Attempts go on counting, for the history is kept by attempt; the new ones are allowed on top.
            const auto changed = connection.execute(
                u"update backlog set estado = 'pendente', resultado = null, cancelamento_por = null, "
                "reservado_por = null, disponivel_em = ?, max_tentativas = tentativa + 3 where id = ?"_s,
                {*now, id});
            if (!changed)
                return fail(changed.error());
            if (const auto recorded = recordAct(connection, actor, u"item.retried"_s, *item); !recorded)
                return fail(recorded.error());
            return readItem(connection, id);
        },
        stop);
}

Result<std::optional<BacklogItem>> SqliteBacklog::decide(const DecisionOnItem &decision, const Actor &actor,
                                                         std::stop_token stop)
{
    return m_database.write(
        [&](Connection &connection) -> Result<std::optional<BacklogItem>> {
            const auto item = readItem(connection, decision.item);
            if (!item)
                return fail(item.error());
            if (item->type != contract::type::ApproveRelease)
                return fail(
                    ErrorCode::Refused,
                    u"Item %1 cannot be decided: it is %2, not aprovar_release"_s.arg(item->id).arg(item->type));
            if (item->isFinished())
                return alreadyEnded(*item);
            const auto request = contract::ApprovalRequest::fromJson(item->context);
            if (!request)
                return fail(request.error());
            const auto now = connection.now();
            if (!now)
                return fail(now.error());
            contract::Decision record;
            record.approved = decision.approved;
            record.by = actor.name;
            record.account = actor.account;
            record.guarantee = u"declarada"_s;
            record.reason = decision.reason;
            record.at = fromTimestamp(*now);
            record.environment = request->environment;
            record.manifest = request->manifest;
            const auto changed = connection.execute(u"update backlog set estado = 'concluido', resultado = ? "
                                                    "where id = ? and versao = ? and estado = 'pendente'"_s,
                                                    {toText(record.toJson()), decision.item, decision.version});
            if (!changed)
                return fail(changed.error());
            if (*changed == 0)
                return fail(
                    ErrorCode::Conflict, u"The decision on item %1 was not recorded"_s.arg(decision.item),
                    u"Its row is version %1 now, not %2 as it was looked at"_s.arg(item->version).arg(decision.version),
                    u"Look at the release again and decide anew"_s);
            std::optional<BacklogItem> follower;
            if (decision.approved) {
                const auto id = insertRow(connection, deployItem(*item, *request), actor.name);
                if (!id)
                    return fail(id.error());
                const auto inserted = readItem(connection, *id);
                if (!inserted)
                    return fail(inserted.error());
                follower = *inserted;
            }
            const auto entry = audit::append(
                connection, actor,
                {.what = decision.approved ? u"release.approved"_s : u"release.rejected"_s,
                 .item = decision.item,
                 .releaseRef = request->releaseRef,
                 .environment = request->environment,
                 .manifest = request->manifest,
                 .details = {{u"motivo"_s, decision.reason},
                             {u"seguinte"_s, follower ? QJsonValue(follower->id) : QJsonValue(QJsonValue::Null)}}});
            return entry ? Result<std::optional<BacklogItem>>(follower) : fail(entry.error());
        },
        stop);
}

} // namespace pipeline::backlog
