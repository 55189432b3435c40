// SPDX-License-Identifier: Apache-2.0
#include "backlogrows.h"

#include "events/effectledger.h"
#include "models/contract/pipelineresult.h"

#include "models/timestamp.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

// modo is what PipelineContext reads: an empty one is none.
const QString ItemColumns =
    u"id, tipo, coalesce(nullif(modo, ''), json_extract(contexto, '$.modo')), estado, contexto, resultado, prioridade, "
    "tentativa, max_tentativas, disponivel_em, reservado_por, reserva_expira_em, cerca, versao, cancelamento_por, "
    "origem_id, chave_idempotencia, criado_em, criado_por, atualizado_em"_s;

contract::BacklogItem itemFrom(const store::Row &row)
{
    const auto object = [](const QVariant &value) {
        return QJsonDocument::fromJson(value.toString().toUtf8()).object();
    };
    contract::BacklogItem item;
    item.id = row[0].toLongLong();
    item.type = row[1].toString();
    item.mode = row[2].toString();
    item.state = contract::itemStateFrom(row[3].toString()).value_or(contract::ItemState::Pending);
    item.context = object(row[4]);
    if (!row[5].isNull())
        item.result = object(row[5]);
    item.priority = row[6].toInt();
    item.attempt = row[7].toInt();
    item.maxAttempts = row[8].toInt();
    item.availableAt = fromTimestamp(row[9].toString());
    item.reservedBy = row[10].toString();
    item.leaseExpiresAt = fromTimestamp(row[11].toString());
    item.fence = row[12].toLongLong();
    item.version = row[13].toLongLong();
    item.cancelRequestedBy = row[14].toString();
    if (!row[15].isNull())
        item.originId = row[15].toLongLong();
    item.idempotencyKey = row[16].toString();
    item.createdAt = fromTimestamp(row[17].toString());
    item.createdBy = row[18].toString();
    item.updatedAt = fromTimestamp(row[19].toString());
    return item;
}

Result<contract::BacklogItem> readItem(store::Connection &connection, qint64 id)
{
    const auto rows = connection.query(u"select %1 from backlog where id = ?"_s.arg(ItemColumns), {id});
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return fail(ErrorCode::NotFound, u"There is no item %1 in the backlog"_s.arg(id), {},
                    u"`backlog list` shows the items"_s);
    return itemFrom(rows->first());
}

Result<qint64> insertRow(store::Connection &connection, const contract::NewItem &item, const QString &createdBy)
{
    return connection.insert(
        u"insert into backlog (tipo, modo, contexto, prioridade, chave_idempotencia, origem_id, criado_por) "
        "values (?, ?, ?, ?, ?, ?, ?)"_s,
        {item.type, store::nullIfEmpty(item.mode), toText(item.context), item.priority,
         store::nullIfEmpty(item.idempotencyKey), item.originId ? QVariant(*item.originId) : QVariant(),
         store::nullIfEmpty(createdBy)});
}

QString toText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> resultWithoutRunner(store::Connection &connection, const contract::BacklogItem &item,
                                        const QString &reason)
{
    if (item.type == contract::type::UpdateServer)
        return QJsonObject{{u"sucesso"_s, false}, {u"motivo"_s, reason}};
    if (item.type != contract::type::ExecutePipeline)
        return QJsonObject{{u"motivo"_s, reason}};
    contract::PipelineResult result(item.mode == "implantar"_L1 ? contract::Mode::Deploy : contract::Mode::Validate);
    const auto effects = events::effectsOf(connection, item.id);
    if (!effects)
        return fail(effects.error());
    if (auto *half = std::get_if<contract::PipelineResult::DeployHalf>(&result.stages)) {
        const events::Achieved known = events::achieved(*effects);
        half->deploy = known.deploy;
        result.manifest = known.manifest;
    }
    result.reason = reason;
    return result.toJson();
}

} // namespace pipeline::backlog
