// SPDX-License-Identifier: Apache-2.0
#include "backlogitem.h"

#include "../timestamp.h"

using namespace Qt::StringLiterals;

namespace pipeline::contract {

QString toString(ItemState state)
{
    switch (state) {
    case ItemState::Pending:
        return u"pendente"_s;
    case ItemState::Running:
        return u"executando"_s;
    case ItemState::Done:
        return u"concluido"_s;
    case ItemState::Failed:
        return u"falhou"_s;
    case ItemState::Cancelled:
        return u"cancelado"_s;
    }
    return {};
}

std::optional<ItemState> itemStateFrom(const QString &text)
{
    for (const auto state :
         {ItemState::Pending, ItemState::Running, ItemState::Done, ItemState::Failed, ItemState::Cancelled}) {
        if (text == toString(state))
            return state;
    }
    return {};
}

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace

QJsonObject BacklogItem::toJson() const
{
    return {{u"id"_s, id},
            {u"tipo"_s, type},
            {u"modo"_s, orNull(mode)},
            {u"estado"_s, toString(state)},
            {u"contexto"_s, context},
            {u"resultado"_s, result ? QJsonValue(*result) : QJsonValue(QJsonValue::Null)},
            {u"prioridade"_s, priority},
            {u"tentativa"_s, attempt},
            {u"max_tentativas"_s, maxAttempts},
            {u"disponivel_em"_s, orNull(toTimestamp(availableAt))},
            {u"reservado_por"_s, orNull(reservedBy)},
            {u"reserva_expira_em"_s, orNull(toTimestamp(leaseExpiresAt))},
            {u"cerca"_s, fence},
            {u"versao"_s, version},
            {u"cancelamento_por"_s, orNull(cancelRequestedBy)},
            {u"origem_id"_s, originId ? QJsonValue(*originId) : QJsonValue(QJsonValue::Null)},
            {u"chave_idempotencia"_s, orNull(idempotencyKey)},
            {u"criado_em"_s, orNull(toTimestamp(createdAt))},
            {u"criado_por"_s, orNull(createdBy)},
            {u"atualizado_em"_s, orNull(toTimestamp(updatedAt))}};
}

} // namespace pipeline::contract
