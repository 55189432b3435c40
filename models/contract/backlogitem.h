// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace pipeline::contract {

/// The values of `tipo` that are ours; other systems may have their own.
namespace type {
inline const QString ExecutePipeline = QStringLiteral("executar_pipeline");
inline const QString ApproveRelease = QStringLiteral("aprovar_release");
inline const QString ValidateDeployment = QStringLiteral("validar_implantacao");
inline const QString UpdateServer = QStringLiteral("atualizar_servidor");
} // namespace type

enum class ItemState { Pending, Running, Done, Failed, Cancelled };

/// "pendente", "executando", "concluido", "falhou" or "cancelado".
QString toString(ItemState state);
std::optional<ItemState> itemStateFrom(const QString &text);

/// One row of the backlog.
struct BacklogItem {
    qint64 id = 0;
    QString type; ///< `tipo`
    QString mode; ///< `modo`
    ItemState state = ItemState::Pending; ///< `estado`
    QJsonObject context; ///< `contexto`
    std::optional<QJsonObject> result; ///< `resultado`
    int priority = 0; ///< `prioridade`: higher first
    int attempt = 0; ///< `tentativa`: attempts begun
    int maxAttempts = 3; ///< `max_tentativas`
    QDateTime availableAt; ///< `disponivel_em`
    QString reservedBy; ///< `reservado_por`: the runner that holds the lease
    QDateTime leaseExpiresAt; ///< `reserva_expira_em`
    qint64 fence = 0; ///< `cerca`: +1 at every claim, never reset
    qint64 version = 0; ///< `versao`: +1 at every change of the row
    QString cancelRequestedBy; ///< `cancelamento_por`
    std::optional<qint64> originId; ///< `origem_id`: the item that this one follows
    QString idempotencyKey; ///< `chave_idempotencia`
    QDateTime createdAt; ///< `criado_em`
    QString createdBy; ///< `criado_por`; empty when an outside insert did not say
    QDateTime updatedAt; ///< `atualizado_em`

    QString releaseRef() const { return context[QLatin1StringView("release_ref")].toString(); }
    QString environment() const { return context[QLatin1StringView("ambiente")].toString(); }
    bool isFinished() const { return state != ItemState::Pending && state != ItemState::Running; }

    /// With the column names of the contract.
    QJsonObject toJson() const;
};

/// What a producer gives for a new item; the database fills in the rest.
struct NewItem {
    QString type;
    QString mode;
    QJsonObject context;
    int priority = 0;
    QString idempotencyKey;
    std::optional<qint64> originId;
};

} // namespace pipeline::contract
