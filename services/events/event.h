// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace pipeline::events {

/// One thing that happened in a run, as every process can follow it.
///
/// Kinds and their payload:
///   claimed   {runner, host}
///   stage     {stage, status: "running"|"success"|"failed"|"skipped", total?}
///   progress  {stage, done, total, step}
///   log       {severity: "info"|"warn"|"error", source, text}
///   finding   an entry of `erros` or `avisos`
///   check     an entry of `checks`
///   postponed {motivo, disponivel_em}
///   finished  {estado, resultado, seguinte: id of the follower | null}
struct Event {
    qint64 id = 0; ///< grows with every event of the backlog
    qint64 item = 0;
    int attempt = 0;
    QDateTime at;
    QString kind;
    QJsonObject payload;

    /// The payload with `event`, `item`, `attempt` and `at`.
    QJsonObject toJson() const;
};

/// An event that is not written yet.
struct NewEvent {
    QString kind;
    QJsonObject payload;
};

} // namespace pipeline::events
