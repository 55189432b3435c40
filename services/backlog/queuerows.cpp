// SPDX-License-Identifier: Apache-2.0
#include "queuerows.h"

#include "models/timestamp.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

namespace {

/// What `resultado` says about a stage that failed.
int problemsOf(const QString &stage, const QJsonObject &stages)
{
    const QJsonObject result = stages[stage].toObject();
    if (stage == "validate"_L1)
        return int(result["erros"_L1].toArray().size());
    if (stage == "test"_L1) // a suite that did not load is a failure without a test
        return std::max(result["falhou"_L1].toInt(), int(result["falhas"_L1].toArray().size()));
    const QJsonArray checks = result["checks"_L1].toArray();
    return int(std::ranges::count_if(
        checks, [](const QJsonValue &check) { return check["status"_L1].toString() == "failed"_L1; }));
}

QueueRow rowFrom(const store::Row &row, const QString &defaultEnvironment)
{
    QueueRow item;
    item.id = row[0].toLongLong();
    item.state = QueueState(row[1].toInt());
    item.cancelled = row[2].toBool();
    item.type = row[3].toString();
    item.mode = row[4].toString();
    item.environment = row[5].toString().isEmpty() ? defaultEnvironment : row[5].toString();
    item.sprint = row[6].toString();
    item.releaseRef = row[7].toString();
    item.artefacts = {row[8].toInt(), row[9].toInt(), row[10].toInt(), row[11].toInt()};
    item.version = row[12].toLongLong();
    item.attempt = row[13].toInt();
    item.maxAttempts = row[14].toInt();
    item.priority = row[15].toInt();
    item.runner = row[16].toString();
    item.decidedBy = item.cancelled ? row[17].toString() : QString();
    item.cancelRequested = item.state == QueueState::Running && !row[17].isNull();
    item.createdBy = row[18].toString();
    item.createdAt = fromTimestamp(row[19].toString());
    item.updatedAt = fromTimestamp(row[20].toString());
    item.availableAt = fromTimestamp(row[21].toString());
    item.leaseExpiresAt = fromTimestamp(row[22].toString());
    item.startedAt = fromTimestamp(row[23].toString());
    const QDateTime endedAt = fromTimestamp(row[24].toString());
    if (item.startedAt.isValid() && endedAt.isValid())
        item.finishedInMs = item.startedAt.msecsTo(endedAt);
    return item;
}

void addResult(QueueRow &item, const QJsonObject &result)
{
    item.reason = result["motivo"_L1].toString();
    if (const QString decision = result["decisao"_L1].toString(); !decision.isEmpty()) {
        item.approved = decision == "aprovado"_L1;
        item.decidedBy = result["por"_L1].toString();
    }
    for (QueueStage &stage : item.stages) {
        if (stage.status == "failed"_L1)
            stage.problems = problemsOf(stage.name, result["etapas"_L1].toObject());
    }
}

} // namespace

QString idList(const QList<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    return u"("_s + texts.join(u',') + u')';
}

Result<QList<QueueRow>> queueRows(store::Connection &connection, const QList<qint64> &ids,
                                  const QString &defaultEnvironment)
{
    // resultado can be large, and says something only of what failed or was decided.
    const auto rows = connection.query(uR"(
        select item.id, facet.rank, item.estado = 'cancelado', facet.tipo, facet.modo, facet.ambiente, facet.sprint,
            release_ref, bpmn, dmn, form, worker, versao, tentativa, max_tentativas, prioridade, reservado_por,
            cancelamento_por, criado_por, criado_em, atualizado_em, disponivel_em, reserva_expira_em, started_at,
            ended_at, iif(estado = 'falhou' or item.tipo = 'aprovar_release', resultado, null)
        from backlog as item
        join queue_row on queue_row.item_id = item.id
        join queue_facet as facet on facet.id = facet
        left join run_attempt on run_attempt.item_id = item.id and attempt = tentativa
        where item.id in %1)"_s.arg(idList(ids)));
    if (!rows)
        return fail(rows.error());
    const auto stages = connection.query(uR"(
        select item_id, stage, status, done, total from run_stage join backlog on backlog.id = item_id
        where item_id in %1 and attempt = tentativa order by run_stage.rowid)"_s.arg(idList(ids)));
    if (!stages)
        return fail(stages.error());
    QHash<qint64, QList<QueueStage>> stagesOf;
    for (const store::Row &row : *stages)
        stagesOf[row[0].toLongLong()] << QueueStage{row[1].toString(), row[2].toString(), row[3].toInt(),
                                                    row[4].toInt(), 0};
    QHash<qint64, QueueRow> found;
    for (const store::Row &row : *rows) {
        QueueRow item = rowFrom(row, defaultEnvironment);
        item.stages = stagesOf.value(item.id);
        if (!row[25].isNull())
            addResult(item, QJsonDocument::fromJson(row[25].toString().toUtf8()).object());
        found.insert(item.id, item);
    }
    QList<QueueRow> inOrder;
    for (const qint64 id : ids) {
        if (const auto row = found.constFind(id); row != found.cend())
            inOrder << *row;
    }
    return inOrder;
}

} // namespace pipeline::backlog
