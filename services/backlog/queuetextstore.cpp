// SPDX-License-Identifier: Apache-2.0
#include "queuetextstore.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pipeline::backlog {

using store::Connection;

namespace {

Result<void> runEach(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement); !done)
            return fail(done.error());
    }
    return {};
}

Result<void> prepare(Connection &connection)
{
    return runEach(connection,
                   {u"create temp table if not exists queue_found (item_id integer primary key)"_s,
                    u"create temp table if not exists queue_found_facet (facet integer primary key, items)"_s,
                    u"create temp table if not exists queue_found_last (search, version, items, counted)"_s});
}

} // namespace

QString searchExpression(const QString &text)
{
    // FTS5 would cut a word at any other character and then look for a phrase, which needs positions.
    QString known;
    for (const char32_t c : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        const bool inWord = c == U'-' || c == U'.' || c == U'_'
            || (QChar::isLetterOrNumber(c) && QChar::unicodeVersion(c) <= QChar::Unicode_6_1);
        known += inWord ? QString::fromUcs4(&c, 1) : u" "_s;
    }
    static const QRegularExpression letterOrDigit(u"[\\p{L}\\p{N}]"_s);
    QStringList words;
    for (const QString &word : known.split(u' ', Qt::SkipEmptyParts)) {
        if (word.contains(letterOrDigit))
            words << u"\""_s + word.left(100) + u"\" *"_s;
    }
    return words.join(u' ');
}

Result<qint64> findText(Connection &connection, const QString &search)
{
    if (const auto prepared = prepare(connection); !prepared)
        return fail(prepared.error());
    const auto version = connection.query(u"pragma data_version"_s);
    if (!version)
        return fail(version.error());
    const QVariant now = version->first().first();
    const auto last = connection.query(u"select items from queue_found_last where search = ? and version = ?"_s,
                                       {search, now});
    if (!last)
        return fail(last.error());
    if (!last->isEmpty())
        return last->first().first().toLongLong();
    const auto emptied = runEach(connection, {u"delete from queue_found"_s, u"delete from queue_found_last"_s});
    if (!emptied)
        return fail(emptied.error());
    const auto found = connection.execute(
        u"insert into queue_found select rowid from queue_search where queue_search match ?"_s, {search});
    if (!found)
        return fail(found.error());
    const auto kept = connection.execute(u"insert into queue_found_last values (?, ?, ?, 0)"_s, {search, now, *found});
    return kept ? Result<qint64>(*found) : fail(kept.error());
}

Result<void> countFound(Connection &connection)
{
    const auto counted = connection.query(u"select 1 from queue_found_last where counted"_s);
    if (!counted)
        return fail(counted.error());
    if (!counted->isEmpty())
        return {};
    return runEach(connection,
                   {u"delete from queue_found_facet"_s,
                    u"insert into queue_found_facet select facet, count(*) from queue_found "
                    "cross join queue_row using (item_id) group by facet"_s,
                    u"update queue_found_last set counted = 1"_s});
}

QString countedFacets(bool onlyFound)
{
    return onlyFound ? u"(select queue_facet.*, coalesce(found.items, 0) as wanted from queue_facet "
                       "left join queue_found_facet as found on found.facet = id)"_s
                     : u"(select *, items as wanted from queue_facet)"_s;
}

} // namespace pipeline::backlog
