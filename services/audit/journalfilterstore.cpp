// SPDX-License-Identifier: Apache-2.0
#include "journal.h"

#include "journalrows.h"
#include "models/timestamp.h"
#include "store/database.h"

using namespace Qt::StringLiterals;

namespace pipeline::audit {

namespace {

/// As kindOf(); the very expression of the index journal_kind.
const QString KindColumn = uR"(case
        when act glob 'release.*' or act in ('item.cancelled', 'item.cancel-requested', 'item.retried') then 0
        when act glob 'deployment.*' or act glob 'workers.*' then 1
        when act in ('item.completed', 'item.abandoned') and json_extract(details, '$.modo') = 'implantar' then 1
        when act glob 'item.*' then 3
        else 2
    end)"_s;

struct Where {
    QString sql = u"1 = 1"_s;
    QVariantList parameters;

    void add(const QString &condition, const QVariantList &values)
    {
        sql += " and "_L1 + condition;
        parameters += values;
    }

    void addOneOf(const QString &column, const QStringList &values)
    {
        if (!values.isEmpty())
            add(column + " in (?"_L1 + u", ?"_s.repeated(values.size() - 1) + u')',
                QVariantList(values.begin(), values.end()));
    }
};

void addText(Where &where, const QString &text)
{
    QString pattern = text;
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\') + special);
    const QString anywhere = u'%' + pattern + u'%';
    QStringList conditions;
    QVariantList values;
    for (const QString &column : {u"act"_s, u"actor"_s, u"account"_s, u"host"_s, u"release_ref"_s, u"details"_s}) {
        conditions << column + " like ? escape '\\'"_L1;
        values << anywhere;
    }
    for (const QString &column : {u"digest"_s, u"manifest"_s}) {
        conditions << column + " like ? escape '\\'"_L1;
        values << QString(pattern + u'%');
    }
    bool isNumber = false;
    if (const qint64 number = text.toLongLong(&isNumber); isNumber) {
        conditions << u"id = ?"_s << u"item_id = ?"_s;
        values << number << number;
    }
    where.add(u'(' + conditions.join(" or "_L1) + u')', values);
}

/// All of the filter but its kinds and its page.
Where whereOf(const Filter &filter)
{
    Where where;
    if (filter.item)
        where.add(u"item_id = ?"_s, {*filter.item});
    if (!filter.releaseRef.isEmpty())
        where.add(u"release_ref = ?"_s, {filter.releaseRef});
    // Entries are in the order of their time, but for a clock that was set back: a range is one of numbers.
    if (filter.from.isValid())
        where.add(u"id >= (select min(id) from journal where at >= ?)"_s, {toTimestamp(filter.from.toUTC())});
    if (filter.until.isValid())
        where.add(u"id <= (select max(id) from journal where at < ?)"_s, {toTimestamp(filter.until.toUTC())});
    where.addOneOf(u"actor"_s, filter.actors);
    where.addOneOf(u"environment"_s, filter.environments);
    if (!filter.text.trimmed().isEmpty())
        addText(where, filter.text.trimmed());
    return where;
}

/// Few entries have one item or release; of one kind there may be many, which the index has in their order.
QString tableFor(const Filter &filter)
{
    const bool few = filter.item || !filter.releaseRef.isEmpty();
    return few ? u"journal"_s : u"journal indexed by journal_kind"_s;
}

} // namespace

Result<QList<Entry>> Journal::list(const Filter &filter, std::stop_token stop) const
{
    return m_database.read(
        [filter](store::Connection &connection) -> Result<QList<Entry>> {
            Where where = whereOf(filter);
            if (filter.beforeId > 0)
                where.add(u"id < ?"_s, {filter.beforeId});
            QString sql = u"select %1 from journal where %2 order by id desc limit ?"_s.arg(EntryColumns, where.sql);
            QVariantList parameters = where.parameters;
            if (!filter.kinds.isEmpty()) {
                // Of each kind the newest, and of these the newest: nothing of another kind is read.
                QStringList parts;
                parameters.clear();
                for (const Kind kind : filter.kinds) {
                    parts << u"select * from (select id from %1 where %2 = %3 and %4 order by id desc limit ?)"_s.arg(
                        tableFor(filter), KindColumn, QString::number(int(kind)), where.sql);
                    parameters += where.parameters;
                    parameters << filter.limit;
                }
                sql = u"select %1 from journal where id in (%2) order by id desc limit ?"_s.arg(
                    EntryColumns, parts.join(" union all "_L1));
            }
            const auto rows = connection.query(sql, parameters + QVariantList{filter.limit});
            if (!rows)
                return fail(rows.error());
            QList<Entry> entries;
            for (const store::Row &row : *rows)
                entries << entryFrom(row);
            return entries;
        },
        stop);
}

Result<KindCounts> Journal::counts(const Filter &filter, std::stop_token stop) const
{
    return m_database.read(
        [filter](store::Connection &connection) -> Result<KindCounts> {
            const Where where = whereOf(filter);
            KindCounts counts;
            for (int kind = 0; kind < KindCount; ++kind) {
                const auto rows = connection.query(u"select count(*) from %1 where %2 = %3 and %4"_s.arg(
                                                       tableFor(filter), KindColumn, QString::number(kind), where.sql),
                                                   where.parameters);
                if (!rows)
                    return fail(rows.error());
                counts.kinds[size_t(kind)] = rows->first().first().toLongLong();
            }
            return counts;
        },
        stop);
}

Result<qint64> Journal::size(std::stop_token stop) const
{
    return m_database.read(
        [](store::Connection &connection) -> Result<qint64> {
            // Numbers have no gaps, and counting would read every page.
            const auto rows = connection.query(u"select coalesce(max(id), 0) from journal"_s);
            return rows ? Result<qint64>(rows->first().first().toLongLong()) : fail(rows.error());
        },
        stop);
}

Result<Choices> Journal::choices(std::stop_token stop) const
{
    return m_database.read(
        [](store::Connection &connection) -> Result<Choices> {
            const auto rows = connection.query(u"select actor, environment from journal_choice"_s);
            if (!rows)
                return fail(rows.error());
            Choices choices;
            for (const store::Row &row : *rows) {
                choices.actors << row[0].toString();
                if (!row[1].toString().isEmpty())
                    choices.environments << row[1].toString();
            }
            for (QStringList *list : {&choices.actors, &choices.environments}) {
                list->sort();
                list->removeDuplicates();
            }
            return choices;
        },
        stop);
}

} // namespace pipeline::audit
