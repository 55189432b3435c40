// SPDX-License-Identifier: Apache-2.0
#include "releasehistory.h"

#include "queueplanstore.h"
#include "queuetextstore.h"
#include "releaserows.h"
#include "store/database.h"

#include <QHash>

#include <numeric>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

/// ReleaseState of a release_row.
const QString StateColumn =
    u"iif(state = 6 and release_ref not in (select release_ref from release_running), 7, state)"_s;

/// States as release_row has them; whether a deployed release was replaced is known from release_running only.
void addStates(Condition &where, const QList<ReleaseState> &states)
{
    const bool runs = states.contains(ReleaseState::Succeeded);
    const bool replaced = states.contains(ReleaseState::Replaced);
    QStringList stored;
    for (const ReleaseState state : states)
        stored << QString::number(int(state == ReleaseState::Replaced ? ReleaseState::Succeeded : state));
    where.add(u"state in (%1)"_s.arg(stored.join(u',')));
    if (runs != replaced)
        where.add(u"(state <> 6 or release_ref %1 in (select release_ref from release_running))"_s.arg(
            runs ? u""_s : u"not"_s));
}

Condition conditionOf(const ReleaseFilter &filter, const QString &defaultEnvironment)
{
    Condition where;
    where.add(u"1 = 1"_s);
    if (!filter.states.isEmpty())
        addStates(where, filter.states);
    if (filter.inAnEnvironment)
        where.add(u"release_ref in (select release_ref from release_running)"_s);
    const auto marks = [](const QString &mark, qsizetype size, const QString &separator) {
        return QStringList(size, mark).join(separator);
    };
    if (const QStringList &people = filter.preparedBy; !people.isEmpty())
        where.add(u"prepared_by in (%1)"_s.arg(marks(u"?"_s, people.size(), u","_s)),
                  QVariantList(people.begin(), people.end()));
    if (const QStringList &products = filter.products; !products.isEmpty())
        where.add(u"(%1)"_s.arg(marks(u"instr(products, ',' || ? || '/')"_s, products.size(), u" or "_s)),
                  QVariantList(products.begin(), products.end()));
    if (!filter.environment.isEmpty())
        where.add(u"exists (select 1 from queue_row as item join queue_facet on queue_facet.id = facet "
                  "where item.release_ref = release_row.release_ref and coalesce(nullif(ambiente, ''), ?) = ?)"_s,
                  {defaultEnvironment, filter.environment});
    if (const QString search = searchExpression(filter.text); !search.isEmpty())
        where.add(u"release_ref in (select release_ref from queue_row not indexed where item_id in "
                  "(select rowid from queue_search where queue_search match ?))"_s,
                  {search});
    return where;
}

} // namespace

qint64 ReleaseGroup::total() const
{
    return std::accumulate(states.begin(), states.end(), qint64(0));
}

Result<QList<ReleaseRow>> ReleaseHistory::rows(const ReleaseFilter &filter, const ReleaseWindow &window,
                                               const QStringList &environments, std::stop_token stop) const
{
    return m_database.read(
        [=, defaultEnvironment = m_defaultEnvironment](Connection &connection) -> Result<QList<ReleaseRow>> {
            Condition where = conditionOf(filter, defaultEnvironment);
            if (window.sprint)
                where.add(u"sprint = ?"_s, {*window.sprint});
            if (window.state)
                addStates(where, {*window.state});
            if (window.before > 0)
                where.add(u"first < ?"_s, {window.before});
            const auto found = connection.query(
                u"select release_ref, first, item_id, %1, sprint, prepared_by from release_row where %2 "
                "order by first desc limit ?"_s.arg(StateColumn, where.sql),
                where.parameters + QVariantList{window.limit});
            return found ? releaseRows(connection, *found, environments, defaultEnvironment) : fail(found.error());
        },
        stop);
}

Result<QList<ReleaseGroup>> ReleaseHistory::groups(const ReleaseFilter &filter, ReleaseGrouping grouping,
                                                   std::stop_token stop) const
{
    return m_database.read(
        [=, defaultEnvironment = m_defaultEnvironment](Connection &connection) -> Result<QList<ReleaseGroup>> {
            const Condition where = conditionOf(filter, defaultEnvironment);
            // Deployed releases are counted as replaced but for the few that run.
            QString sums;
            for (int state = 0; state < ReleaseStateCount; ++state)
                sums += u", sum(state = %1)"_s.arg(state);
            const auto rows = connection.query(
                u"select sprint, min(first) %1 from release_row where %2 group by sprint order by 2 desc"_s.arg(
                    sums, where.sql),
                where.parameters);
            const auto running = connection.query(
                u"select sprint, count(*) from release_row where %1 and state = 6 "
                "and release_ref in (select release_ref from release_running) group by sprint"_s.arg(where.sql),
                where.parameters);
            if (!rows || !running)
                return fail(rows ? running.error() : rows.error());
            QHash<QString, qint64> runningOf;
            for (const store::Row &row : *running)
                runningOf.insert(row[0].toString(), row[1].toLongLong());
            QList<ReleaseGroup> sprints;
            ReleaseGroup all;
            for (const store::Row &row : *rows) {
                ReleaseGroup group{row[0].toString(), {}, {}};
                for (int state = 0; state < ReleaseStateCount; ++state)
                    group.states[size_t(state)] = row[2 + state].toLongLong();
                const qint64 runs = runningOf.value(group.sprint);
                group.states[size_t(ReleaseState::Replaced)] = group.of(ReleaseState::Succeeded) - runs;
                group.states[size_t(ReleaseState::Succeeded)] = runs;
                for (int state = 0; state < ReleaseStateCount; ++state)
                    all.states[size_t(state)] += group.states[size_t(state)];
                sprints << group;
            }
            if (grouping == ReleaseGrouping::Sprint)
                return sprints;
            if (grouping == ReleaseGrouping::None)
                return QList<ReleaseGroup>{all};
            QList<ReleaseGroup> groups;
            for (int state = 0; state < ReleaseStateCount; ++state) {
                if (all.states[size_t(state)] == 0)
                    continue;
                groups << ReleaseGroup{{}, ReleaseState(state), {}};
                groups.last().states[size_t(state)] = all.states[size_t(state)];
            }
            return groups;
        },
        stop);
}

Result<qint64> ReleaseHistory::countInAnEnvironment(const ReleaseFilter &filter, std::stop_token stop) const
{
    return m_database.read(
        [=, defaultEnvironment = m_defaultEnvironment](Connection &connection) -> Result<qint64> {
            ReleaseFilter running = filter;
            running.inAnEnvironment = true;
            const Condition where = conditionOf(running, defaultEnvironment);
            const auto rows = connection.query(u"select count(*) from release_row where "_s + where.sql,
                                               where.parameters);
            return rows ? Result<qint64>(rows->first().first().toLongLong()) : fail(rows.error());
        },
        stop);
}

Result<QStringList> ReleaseHistory::preparers(std::stop_token stop) const
{
    return m_database.read(
        [](Connection &connection) -> Result<QStringList> {
            const auto rows = connection.query(
                u"select distinct prepared_by from release_row where prepared_by <> '' order by 1"_s);
            if (!rows)
                return fail(rows.error());
            QStringList people;
            for (const store::Row &row : *rows)
                people << row.first().toString();
            return people;
        },
        stop);
}

Result<ReleaseDetails> ReleaseHistory::details(const QString &releaseRef, const QStringList &environments,
                                               std::stop_token stop) const
{
    return m_database.read(
        [=, defaultEnvironment = m_defaultEnvironment](Connection &connection) -> Result<ReleaseDetails> {
            const auto found = connection.query(
                u"select release_ref, first, item_id, %1, sprint, prepared_by from release_row "
                "where release_ref = ?"_s.arg(StateColumn),
                {releaseRef});
            if (!found)
                return fail(found.error());
            if (found->isEmpty())
                return fail(ErrorCode::NotFound, u"There is no release %1 in the backlog"_s.arg(releaseRef));
            const auto rows = releaseRows(connection, *found, environments, defaultEnvironment);
            if (!rows)
                return fail(rows.error());
            const auto items = historyItems(connection, releaseRef);
            if (!items)
                return fail(items.error());
            ReleaseDetails details{rows->first(), *items, {}};
            for (const HistoryItem &item : *items) {
                if (!item.manifest.isEmpty() && !details.manifests.contains(item.manifest))
                    details.manifests << item.manifest;
            }
            return details;
        },
        stop);
}

} // namespace pipeline::backlog
