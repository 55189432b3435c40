// SPDX-License-Identifier: Apache-2.0
#include "queueplanstore.h"

#include "queuetextstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

/// Up to so many matches of a text are looked up one by one; more are kept as a set while the order is walked.
constexpr qint64 FewMatches = 20'000;

/// Looking a row up and sorting it costs so many times as much as stepping over it.
constexpr qint64 LookupCost = 20;

QString listOf(qsizetype size)
{
    return u"("_s + QStringList(size, u"?"_s).join(u',') + u')';
}

} // namespace

void Condition::add(const QString &more, const QVariantList &values)
{
    sql += sql.isEmpty() ? more : u" and "_s + more;
    parameters += values;
}

Condition facetCondition(const QueueFilter &filter, const QString &defaultEnvironment)
{
    Condition condition;
    const auto oneOf = [&condition](const QString &column, const QVariantList &values) {
        if (!values.isEmpty())
            condition.add(column + u" in "_s + listOf(values.size()), values);
    };
    const auto texts = [](const QStringList &list) { return QVariantList(list.begin(), list.end()); };
    QVariantList ranks;
    for (const QueueState state : filter.states)
        ranks << int(state);
    QStringList environments = filter.environments;
    if (environments.contains(defaultEnvironment))
        environments << u""_s;
    oneOf(u"rank"_s, ranks);
    oneOf(u"tipo"_s, texts(filter.types));
    oneOf(u"modo"_s, texts(filter.modes));
    oneOf(u"ambiente"_s, texts(environments));
    oneOf(u"sprint"_s, texts(filter.sprints));
    return condition;
}

Result<QueuePlan> QueuePlan::make(Connection &connection, const QueueFilter &filter, QueueSort sort,
                                  const QString &defaultEnvironment, bool fromStart)
{
    QueuePlan plan;
    plan.m_sort = sort;
    plan.m_facets = facetCondition(filter, defaultEnvironment);
    bool countsFound = false;
    if (const QString search = searchExpression(filter.text); !search.isEmpty()) {
        const auto matches = findText(connection, search);
        if (!matches)
            return fail(matches.error());
        plan.m_matches = *matches;
        // To show the first of many, nobody has to count them.
        countsFound = *matches <= FewMatches || !fromStart;
        if (countsFound) {
            if (const auto counted = countFound(connection); !counted)
                return fail(counted.error());
        }
    }
    const QString wanted = plan.m_facets.sql.isEmpty() ? u"wanted"_s : u"iif(%1, wanted, 0)"_s.arg(plan.m_facets.sql);
    QString key = u"0"_s;
    QString order = u"1"_s;
    if (plan.sortsByFacet())
        key = u"id"_s;
    switch (sort.order) {
    case QueueOrder::Urgency:
        key = order = u"rank"_s;
        break;
    case QueueOrder::Type:
        order = u"tipo, rank, modo, sprint desc, ambiente"_s;
        break;
    case QueueOrder::Mode:
        order = u"modo, rank, tipo, sprint desc, ambiente"_s;
        break;
    case QueueOrder::Sprint:
        order = u"sprint, rank, tipo, modo, ambiente"_s;
        break;
    case QueueOrder::Release:
    case QueueOrder::Created:
        break;
    }
    const auto rows = connection.query(u"select %1, sum(items), sum(%2) from %3 group by 1 order by %4"_s.arg(
                                           key, wanted, countedFacets(countsFound), order),
                                       plan.m_facets.parameters);
    if (!rows)
        return fail(rows.error());
    for (const store::Row &row : *rows)
        plan.m_segments << Segment{row[0].toLongLong(), row[1].toLongLong(), row[2].toLongLong()};
    if (sort.descending)
        std::reverse(plan.m_segments.begin(), plan.m_segments.end());
    return plan;
}

bool QueuePlan::sortsByFacet() const
{
    return m_sort.order == QueueOrder::Type || m_sort.order == QueueOrder::Mode || m_sort.order == QueueOrder::Sprint;
}

QString QueuePlan::orderColumns(bool reversed) const
{
    const bool backwards = reversed != m_sort.descending;
    switch (m_sort.order) {
    case QueueOrder::Urgency:
        return backwards ? u"line desc, age desc"_s : u"line, age"_s;
    case QueueOrder::Release:
        return backwards ? u"release_ref desc, item_id"_s : u"release_ref, item_id desc"_s;
    case QueueOrder::Created:
        return backwards ? u"item_id desc"_s : u"item_id"_s;
    default:
        return backwards ? u"item_id"_s : u"item_id desc"_s;
    }
}

QString QueuePlan::source(const Segment &segment, Condition &where) const
{
    QString table = u"queue_row not indexed"_s;
    if (m_sort.order == QueueOrder::Urgency) {
        where.add(u"rank = ?"_s, {segment.key});
        table = u"queue_row indexed by queue_row_urgency"_s;
    } else if (m_sort.order == QueueOrder::Release) {
        table = u"queue_row indexed by queue_row_release"_s;
    } else if (sortsByFacet()) {
        where.add(u"facet = ?"_s, {segment.key});
        table = u"queue_row indexed by queue_row_facet"_s;
    }
    const bool fewMatches = m_matches && *m_matches <= FewMatches;
    const bool fewOfFacets = !m_matches && segment.wanted * LookupCost < segment.all;
    // A plus keeps SQLite from looking rows up by that column where the index is to be walked in its order.
    if (segment.wanted < segment.all && !m_facets.sql.isEmpty() && !sortsByFacet())
        where.add((fewOfFacets ? u""_s : u"+"_s)
                      + u"facet in (select id from queue_facet where %1)"_s.arg(m_facets.sql),
                  m_facets.parameters);
    if (m_matches)
        where.add((fewMatches ? u""_s : u"+"_s) + u"item_id in queue_found"_s);
    if (fewMatches)
        return u"queue_row not indexed"_s;
    return fewOfFacets && !sortsByFacet() ? u"queue_row indexed by queue_row_facet"_s : table;
}

Result<QList<qint64>> QueuePlan::idsOf(Connection &connection, const Segment &segment, const Condition &place,
                                       qint64 offset, int limit, bool reversed) const
{
    Condition where;
    const QString from = source(segment, where);
    if (!place.sql.isEmpty())
        where.add(place.sql, place.parameters);
    const auto rows = connection.query(
        u"select item_id from %1 %2 order by %3 limit ? offset ?"_s.arg(
            from, where.sql.isEmpty() ? u""_s : u"where "_s + where.sql, orderColumns(reversed)),
        where.parameters + QVariantList{limit, offset});
    if (!rows)
        return fail(rows.error());
    QList<qint64> ids;
    for (const store::Row &row : *rows)
        ids << row.first().toLongLong();
    if (reversed)
        std::reverse(ids.begin(), ids.end());
    return ids;
}

Result<QList<qint64>> QueuePlan::idsFrom(Connection &connection, const Segment &segment, qint64 offset, int limit) const
{
    const qint64 end = std::min(segment.wanted, offset + limit);
    // From whichever end is nearer: every row on the way is stepped over.
    if (offset <= segment.wanted - end)
        return idsOf(connection, segment, {}, offset, int(end - offset), false);
    return idsOf(connection, segment, {}, segment.wanted - end, int(end - offset), true);
}

Result<QList<qint64>> QueuePlan::ids(Connection &connection, const QueueWindow &window) const
{
    qsizetype index = 0;
    qint64 offset = window.offset;
    QList<qint64> ids;
    if (window.after) {
        const auto anchor = place(connection, *window.after);
        if (!anchor)
            return fail(anchor.error());
        if (!*anchor)
            return fail(ErrorCode::NotFound, u"Item %1 is not in the backlog any more"_s.arg(*window.after));
        index = (*anchor)->segment;
        offset = 0;
        if (m_segments[index].wanted > 0) {
            const auto behind = idsOf(connection, m_segments[index], (*anchor)->behind, 0, window.limit, false);
            if (!behind)
                return behind;
            ids = *behind;
        }
        ++index;
    }
    for (; index < m_segments.size() && ids.size() < window.limit; ++index) {
        const Segment &segment = m_segments[index];
        if (offset >= segment.wanted) {
            offset -= segment.wanted;
            continue;
        }
        const auto more = idsFrom(connection, segment, offset, int(window.limit - ids.size()));
        if (!more)
            return more;
        ids += *more;
        offset = 0;
    }
    return ids;
}

Result<std::optional<QueuePlan::Place>> QueuePlan::place(Connection &connection, qint64 item) const
{
    const auto rows = connection.query(u"select rank, facet, line, age, release_ref from queue_row where item_id = ?"_s,
                                       {item});
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return std::nullopt;
    const store::Row &row = rows->first();
    qint64 key = 0;
    if (m_sort.order == QueueOrder::Urgency)
        key = row[0].toLongLong();
    else if (sortsByFacet())
        key = row[1].toLongLong();
    const auto segment = std::ranges::find(m_segments, key, &Segment::key);
    if (segment == m_segments.end())
        return std::nullopt;
    Place place;
    place.segment = segment - m_segments.begin();
    switch (m_sort.order) {
    case QueueOrder::Urgency:
        if (row[0].toInt() == int(QueueState::Queued)) {
            place.behind.add(u"(line, age) > (?, ?)"_s, {row[2], row[3]});
            place.before.add(u"(line, age) < (?, ?)"_s, {row[2], row[3]});
        } else { // all in one line: a plain range, which is quicker to count
            place.behind.add(u"line = ? and age > ?"_s, {row[2], row[3]});
            place.before.add(u"line = ? and age < ?"_s, {row[2], row[3]});
        }
        break;
    case QueueOrder::Release:
        place.behind.add(u"release_ref >= ? and (release_ref > ? or item_id < ?)"_s, {row[4], row[4], item});
        place.before.add(u"release_ref <= ? and (release_ref < ? or item_id > ?)"_s, {row[4], row[4], item});
        break;
    case QueueOrder::Created:
        place.behind.add(u"item_id > ?"_s, {item});
        place.before.add(u"item_id < ?"_s, {item});
        break;
    default:
        place.behind.add(u"item_id < ?"_s, {item});
        place.before.add(u"item_id > ?"_s, {item});
    }
    if (m_sort.descending)
        std::swap(place.behind, place.before);
    return place;
}

Result<bool> QueuePlan::letsThrough(Connection &connection, qint64 item) const
{
    Condition where;
    where.add(u"item_id = ?"_s, {item});
    if (!m_facets.sql.isEmpty())
        where.add(u"facet in (select id from queue_facet where %1)"_s.arg(m_facets.sql), m_facets.parameters);
    if (m_matches)
        where.add(u"item_id in queue_found"_s);
    const auto rows = connection.query(u"select 1 from queue_row where "_s + where.sql, where.parameters);
    return rows ? Result<bool>(!rows->isEmpty()) : fail(rows.error());
}

Result<std::optional<qint64>> QueuePlan::position(Connection &connection, qint64 item) const
{
    const auto shown = letsThrough(connection, item);
    if (!shown)
        return fail(shown.error());
    const auto place = this->place(connection, item);
    if (!place)
        return fail(place.error());
    if (!*shown || !*place)
        return std::nullopt;
    Condition where;
    const QString from = source(m_segments[(*place)->segment], where);
    where.add((*place)->before.sql, (*place)->before.parameters);
    const auto rows = connection.query(u"select count(*) from %1 where %2"_s.arg(from, where.sql), where.parameters);
    if (!rows)
        return fail(rows.error());
    qint64 position = rows->first().first().toLongLong();
    for (qsizetype index = 0; index < (*place)->segment; ++index)
        position += m_segments[index].wanted;
    return position;
}

} // namespace pipeline::backlog
