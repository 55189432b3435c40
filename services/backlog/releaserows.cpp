// SPDX-License-Identifier: Apache-2.0
#include "releaserows.h"

#include "backlogrows.h"
#include "models/timestamp.h"
#include "queuerows.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

/// More would be the work of a program that uses one name for everything.
constexpr int MaximumItems = 500;

struct Cells {
    QHash<QString, QHash<QString, EnvironmentState>> of; ///< by release, then by environment
    QHash<QString, QDateTime> updatedAt;
};

EnvironmentState stateOf(QueueState state, bool cancelled, bool runsNow)
{
    switch (state) {
    case QueueState::Running:
        return EnvironmentState::Deploying;
    case QueueState::Failed:
        return EnvironmentState::Failed;
    default:
        if (cancelled)
            return EnvironmentState::Unknown;
        return runsNow ? EnvironmentState::RunsNow : EnvironmentState::Replaced;
    }
}

/// What runs in each environment.
Result<QHash<QString, QString>> runningReleases(Connection &connection, const QString &defaultEnvironment)
{
    const auto rows = connection.query(
        u"select iif(ambiente = '', ?, ambiente), release_ref from release_running order by since"_s,
        {defaultEnvironment});
    if (!rows)
        return fail(rows.error());
    QHash<QString, QString> running;
    for (const store::Row &row : *rows)
        running.insert(row[0].toString(), row[1].toString());
    return running;
}

Result<Cells> cellsOf(Connection &connection, const QStringList &releases, const QString &defaultEnvironment)
{
    const auto running = runningReleases(connection, defaultEnvironment);
    if (!running)
        return fail(running.error());
    // A deployment that waits, or that was cancelled before it began, changes nothing where it would have gone.
    const auto rows = connection.query(
        uR"(select row.release_ref, iif(facet.ambiente = '', ?, facet.ambiente), row.rank, estado = 'cancelado',
                atualizado_em,
                facet.tipo = 'executar_pipeline' and facet.modo = 'implantar' and row.rank <> 3
                and (estado <> 'cancelado' or tentativa > 0)
            from queue_row as row
            join queue_facet as facet on facet.id = row.facet
            join backlog on backlog.id = row.item_id
            where row.release_ref in (%1) order by row.item_id)"_s.arg(QStringList(releases.size(), u"?"_s).join(u',')),
        QVariantList{defaultEnvironment} + QVariantList(releases.begin(), releases.end()));
    if (!rows)
        return fail(rows.error());
    Cells cells;
    for (const store::Row &row : *rows) {
        const QString release = row[0].toString();
        const QString environment = row[1].toString();
        QDateTime &updatedAt = cells.updatedAt[release];
        if (const QDateTime at = fromTimestamp(row[4].toString()); !updatedAt.isValid() || at > updatedAt)
            updatedAt = at;
        if (row[5].toBool())
            cells.of[release][environment] = stateOf(QueueState(row[2].toInt()), row[3].toBool(),
                                                     running->value(environment) == release);
    }
    return cells;
}

} // namespace

Result<QList<ReleaseRow>> releaseRows(Connection &connection, const store::Rows &found, const QStringList &environments,
                                      const QString &defaultEnvironment)
{
    QStringList names;
    QList<qint64> ids;
    for (const store::Row &row : found) {
        names << row[0].toString();
        ids << row[2].toLongLong();
    }
    const auto cells = cellsOf(connection, names, defaultEnvironment);
    if (!cells)
        return fail(cells.error());
    const auto items = queueRows(connection, ids, defaultEnvironment);
    if (!items)
        return fail(items.error());
    QHash<qint64, QueueRow> itemOf;
    for (const QueueRow &item : *items)
        itemOf.insert(item.id, item);
    QList<ReleaseRow> rows;
    for (const store::Row &row : found) {
        ReleaseRow release;
        release.releaseRef = row[0].toString();
        release.first = row[1].toLongLong();
        release.current = itemOf.value(row[2].toLongLong());
        release.state = ReleaseState(row[3].toInt());
        release.sprint = row[4].toString();
        release.preparedBy = row[5].toString();
        release.artefacts = release.current.artefacts;
        release.updatedAt = cells->updatedAt.value(release.releaseRef);
        const auto states = cells->of.value(release.releaseRef);
        for (const QString &environment : environments)
            release.environments << states.value(environment, EnvironmentState::None);
        rows << release;
    }
    return rows;
}

Result<QList<HistoryItem>> historyItems(Connection &connection, const QString &releaseRef)
{
    const auto rows = connection.query(
        u"select %1 from backlog where id in (select item_id from queue_row where release_ref = ? "
        "order by item_id desc limit ?) order by id desc"_s.arg(ItemColumns),
        {releaseRef, MaximumItems});
    if (!rows)
        return fail(rows.error());
    QList<HistoryItem> items;
    QList<qint64> ids;
    QHash<qint64, qsizetype> indexOf;
    for (const store::Row &row : *rows) {
        HistoryItem history;
        history.item = itemFrom(row);
        const QJsonObject result = history.item.result.value_or(QJsonObject());
        if (history.item.type == contract::type::ApproveRelease) {
            if (const auto decision = contract::Decision::fromJson(result))
                history.decision = *decision;
        }
        history.manifest = result["manifesto"_L1].toString(history.item.context["manifesto"_L1].toString());
        ids << history.item.id;
        indexOf.insert(history.item.id, items.size());
        items << history;
    }
    const auto attempts = connection.query(
        u"select item_id, attempt, runner, host, started_at, ended_at, outcome, reason from run_attempt "
        "where item_id in %1 order by attempt desc"_s.arg(idList(ids)));
    const auto stages = connection.query(
        u"select item_id, attempt, stage, status, started_at, ended_at, done, total, step from run_stage "
        "where item_id in %1 order by attempt, rowid"_s.arg(idList(ids)));
    if (!attempts || !stages)
        return fail(attempts ? stages.error() : attempts.error());
    for (const store::Row &row : *attempts)
        items[indexOf[row[0].toLongLong()]].attempts << events::Attempt{row[1].toInt(),
                                                                        row[2].toString(),
                                                                        row[3].toString(),
                                                                        fromTimestamp(row[4].toString()),
                                                                        fromTimestamp(row[5].toString()),
                                                                        row[6].toString(),
                                                                        row[7].toString()};
    for (const store::Row &row : *stages)
        items[indexOf[row[0].toLongLong()]].stages << events::StageState{row[1].toInt(),
                                                                         row[2].toString(),
                                                                         row[3].toString(),
                                                                         fromTimestamp(row[4].toString()),
                                                                         fromTimestamp(row[5].toString()),
                                                                         row[6].toInt(),
                                                                         row[7].toInt(),
                                                                         row[8].toString()};
    return items;
}

} // namespace pipeline::backlog
