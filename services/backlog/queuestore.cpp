// SPDX-License-Identifier: Apache-2.0
#include "queuereader.h"

#include "queueplanstore.h"
#include "queuerows.h"
#include "queuetextstore.h"
#include "store/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

/// Open approvals and failed deployments, but for those that were tried again or replaced since.
const QString NeedingYou = uR"(
    from queue_facet as facet
    join queue_row as row indexed by queue_row_facet on row.facet = facet.id
    where (facet.rank = 1
           or (facet.rank = 2 and facet.tipo = 'executar_pipeline' and facet.modo = 'implantar'
               and not exists (
                   select 1 from release_running
                   where release_running.ambiente = facet.ambiente and release_running.item_id > row.item_id)
               and not exists (
                   select 1 from queue_row as later join queue_facet as kind on kind.id = later.facet
                   where later.release_ref = row.release_ref and later.item_id > row.item_id
                     and kind.tipo = facet.tipo and kind.modo = facet.modo and kind.ambiente = facet.ambiente))))"_s;

QJsonObject objectFrom(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).object();
}

} // namespace

qint64 QueueCounts::total() const
{
    return std::accumulate(states.begin(), states.end(), qint64(0));
}

Result<QList<QueueRow>> QueueReader::rows(const QueueFilter &filter, QueueSort sort, const QueueWindow &window,
                                          std::stop_token stop) const
{
    return m_database.read(
        [=, environment = m_defaultEnvironment](Connection &connection) -> Result<QList<QueueRow>> {
            const bool fromStart = window.after || window.offset == 0;
            const auto plan = QueuePlan::make(connection, filter, sort, environment, fromStart);
            if (!plan)
                return fail(plan.error());
            const auto ids = plan->ids(connection, window);
            return ids ? queueRows(connection, *ids, environment) : fail(ids.error());
        },
        stop);
}

Result<QList<QueueRow>> QueueReader::rows(const QList<qint64> &ids, std::stop_token stop) const
{
    return m_database.read([ids, environment = m_defaultEnvironment](
                               Connection &connection) { return queueRows(connection, ids, environment); },
                           stop);
}

Result<qint64> QueueReader::count(const QueueFilter &filter, std::stop_token stop) const
{
    const auto counts = this->counts(filter, stop);
    if (!counts)
        return fail(counts.error());
    if (filter.states.isEmpty())
        return counts->total();
    qint64 sum = 0;
    for (int state = 0; state < QueueStateCount; ++state) {
        if (filter.states.contains(QueueState(state)))
            sum += counts->of(QueueState(state));
    }
    return sum;
}

Result<QueueCounts> QueueReader::counts(const QueueFilter &filter, std::stop_token stop) const
{
    QueueFilter allStates = filter;
    allStates.states.clear();
    return m_database.read(
        [allStates, environment = m_defaultEnvironment](Connection &connection) -> Result<QueueCounts> {
            const Condition facets = facetCondition(allStates, environment);
            const QString search = searchExpression(allStates.text);
            if (!search.isEmpty()) {
                if (const auto found = findText(connection, search); !found)
                    return fail(found.error());
                if (const auto counted = countFound(connection); !counted)
                    return fail(counted.error());
            }
            const auto rows = connection.query(
                u"select rank, sum(wanted) from %1 %2 group by rank"_s.arg(
                    countedFacets(!search.isEmpty()), facets.sql.isEmpty() ? u""_s : u"where "_s + facets.sql),
                facets.parameters);
            if (!rows)
                return fail(rows.error());
            QueueCounts counts;
            for (const store::Row &row : *rows)
                counts.states.at(row[0].toUInt()) = row[1].toLongLong();
            return counts;
        },
        stop);
}

Result<std::optional<qint64>> QueueReader::position(qint64 item, const QueueFilter &filter, QueueSort sort,
                                                    std::stop_token stop) const
{
    return m_database.read(
        [=, environment = m_defaultEnvironment](Connection &connection) -> Result<std::optional<qint64>> {
            const auto plan = QueuePlan::make(connection, filter, sort, environment, false);
            return plan ? plan->position(connection, item) : fail(plan.error());
        },
        stop);
}

Result<QueueChoices> QueueReader::choices(std::stop_token stop) const
{
    return m_database.read(
        [environment = m_defaultEnvironment](Connection &connection) -> Result<QueueChoices> {
            const auto rows = connection.query(
                u"select distinct tipo, modo, iif(ambiente = '', ?, ambiente), sprint from queue_facet "
                "where items > 0"_s,
                {environment});
            if (!rows)
                return fail(rows.error());
            QueueChoices choices;
            QStringList *const lists[] = {&choices.types, &choices.modes, &choices.environments, &choices.sprints};
            for (const store::Row &row : *rows) {
                for (int column = 0; column < 4; ++column)
                    *lists[column] << row[column].toString();
            }
            for (QStringList *list : lists) {
                list->sort();
                list->removeDuplicates();
            }
            std::reverse(choices.sprints.begin(), choices.sprints.end());
            return choices;
        },
        stop);
}

Result<NeedsYouList> QueueReader::needsYou(int limit, std::stop_token stop) const
{
    return m_database.read(
        [limit, environment = m_defaultEnvironment](Connection &connection) -> Result<NeedsYouList> {
            const auto total = connection.query(u"select count(*) "_s + NeedingYou);
            if (!total)
                return fail(total.error());
            const auto found = connection.query(
                uR"(select item.id, json_extract(item.contexto, '$.cobertura'), origin.tipo, origin.criado_por,
                        origin.resultado
                    from (select row.item_id %1 order by row.item_id limit ?) as needing
                    join backlog as item on item.id = needing.item_id
                    left join backlog as origin on origin.id = item.origem_id
                    order by item.id)"_s.arg(NeedingYou),
                {limit});
            if (!found)
                return fail(found.error());
            QList<qint64> ids;
            for (const store::Row &row : *found)
                ids << row[0].toLongLong();
            const auto rows = queueRows(connection, ids, environment);
            if (!rows)
                return fail(rows.error());
            NeedsYouList list;
            list.total = total->first().first().toLongLong();
            for (qsizetype i = 0; i < rows->size(); ++i) {
                const store::Row &row = found->at(i);
                NeedsYou needing;
                needing.row = rows->at(i);
                const QJsonObject result = objectFrom(row[4]);
                if (needing.row.state == QueueState::WaitingApproval) {
                    if (row[1].typeId() == QMetaType::Double || row[1].typeId() == QMetaType::LongLong)
                        needing.coverage = row[1].toDouble();
                    const QJsonValue stages = result["etapas"_L1];
                    needing.testsPassed = stages["test"_L1]["passou"_L1].toInt();
                    needing.errors = int(stages["validate"_L1]["erros"_L1].toArray().size());
                    needing.warnings = int(stages["validate"_L1]["avisos"_L1].toArray().size());
                    needing.preparedBy = row[3].toString();
                } else if (result["decisao"_L1].toString() == "aprovado"_L1) {
                    needing.approvedBy = result["por"_L1].toString();
                }
                list.rows << needing;
            }
            return list;
        },
        stop);
}

} // namespace pipeline::backlog
