// SPDX-License-Identifier: Apache-2.0
#include "journal.h"

#include "models/timestamp.h"
#include "store/database.h"

#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace pipeline::audit {

namespace {

const QString Columns = u"id, at, actor, account, guarantee, host, program, act, item_id, release_ref, environment, "
                        "manifest, details, previous, digest"_s;

Entry entryFrom(const store::Row &row)
{
    Entry entry;
    entry.id = row[0].toLongLong();
    entry.at = fromTimestamp(row[1].toString());
    entry.actor = {row[2].toString(), row[3].toString(), row[5].toString(), row[6].toString()};
    entry.guarantee = row[4].toString();
    entry.act.what = row[7].toString();
    if (!row[8].isNull())
        entry.act.item = row[8].toLongLong();
    entry.act.releaseRef = row[9].toString();
    entry.act.environment = row[10].toString();
    entry.act.manifest = row[11].toString();
    entry.act.details = QJsonDocument::fromJson(row[12].toString().toUtf8()).object();
    entry.previous = row[13].toString();
    entry.digest = row[14].toString();
    return entry;
}

/// \a text as SQLite gives it back, which has no half surrogate pairs, no U+FFFE and U+FFFF, and no byte order mark.
///
/// Whoever inserts an item chooses such texts: they must not make the journal look as if it had been changed.
QString storable(const QString &text)
{
    QString stored = QString::fromUtf8(text.toUtf8());
    for (const char16_t noCharacter : {u'\xfffe', u'\xffff'})
        stored.replace(QChar(noCharacter), QChar(QChar::ReplacementCharacter));
    return stored;
}

QString problemOf(const Entry &entry, qint64 expectedId, const QString &previous)
{
    if (entry.id != expectedId)
        return u"entry %1 is missing"_s.arg(expectedId);
    if (entry.previous != previous)
        return u"it does not follow the entry before it"_s;
    if (entry.digest != entry.computedDigest())
        return u"it does not fit its own digest: it was changed after it was written"_s;
    return {};
}

} // namespace

Result<Entry> append(store::Connection &connection, const Actor &actor, const Act &act)
{
    const auto last = connection.query(u"select id, digest from journal order by id desc limit 1"_s);
    if (!last)
        return fail(last.error());
    const auto now = connection.now();
    if (!now)
        return fail(now.error());
    Entry entry;
    entry.id = last->isEmpty() ? 1 : last->first()[0].toLongLong() + 1;
    entry.at = fromTimestamp(*now);
    entry.actor = {storable(actor.name), storable(actor.account), storable(actor.host), storable(actor.program)};
    // SQLite knows no users: who can write the file can write any name.
    entry.guarantee = u"declarada"_s;
    const QString details = storable(QString::fromUtf8(QJsonDocument(act.details).toJson(QJsonDocument::Compact)));
    entry.act = {storable(act.what), act.item, storable(act.releaseRef), storable(act.environment),
                 storable(act.manifest), QJsonDocument::fromJson(details.toUtf8()).object()};
    entry.previous = last->isEmpty() ? QString(64, u'0') : last->first()[1].toString();
    entry.digest = entry.computedDigest();
    const auto inserted = connection.execute(
        u"insert into journal (%1) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(Columns),
        {entry.id, *now, entry.actor.name, entry.actor.account, entry.guarantee, entry.actor.host, entry.actor.program,
         entry.act.what, act.item ? QVariant(*act.item) : QVariant(), store::nullIfEmpty(entry.act.releaseRef),
         store::nullIfEmpty(entry.act.environment), store::nullIfEmpty(entry.act.manifest), details, entry.previous,
         entry.digest});
    if (!inserted)
        return fail(inserted.error());
    return entry;
}

Result<Entry> Journal::record(const Actor &actor, const Act &act, std::stop_token stop)
{
    return m_database.write([&](store::Connection &connection) { return append(connection, actor, act); }, stop);
}

Result<QList<Entry>> Journal::list(const Filter &filter, std::stop_token stop) const
{
    return m_database.read(
        [filter](store::Connection &connection) -> Result<QList<Entry>> {
            QString where = u"1 = 1"_s;
            QVariantList parameters;
            const auto restrict = [&](const QString &condition, const QVariant &value) {
                where += " and "_L1 + condition;
                parameters << value;
            };
            if (filter.item)
                restrict(u"item_id = ?"_s, *filter.item);
            if (!filter.releaseRef.isEmpty())
                restrict(u"release_ref = ?"_s, filter.releaseRef);
            if (filter.beforeId > 0)
                restrict(u"id < ?"_s, filter.beforeId);
            parameters << filter.limit;
            const auto rows = connection.query(
                u"select %1 from journal where %2 order by id desc limit ?"_s.arg(Columns, where), parameters);
            if (!rows)
                return fail(rows.error());
            QList<Entry> entries;
            for (const store::Row &row : *rows)
                entries << entryFrom(row);
            return entries;
        },
        stop);
}

Result<Verdict> Journal::verify(std::stop_token stop) const
{
    return m_database.read(
        [stop](store::Connection &connection) -> Result<Verdict> {
            constexpr int page = 1000;
            Verdict verdict;
            QString previous(64, u'0');
            qint64 last = std::numeric_limits<qint64>::min();
            while (!stop.stop_requested()) {
                const auto rows = connection.query(
                    u"select %1 from journal where id > ? order by id limit ?"_s.arg(Columns), {last, page});
                if (!rows)
                    return fail(rows.error());
                for (const store::Row &row : *rows) {
                    const Entry entry = entryFrom(row);
                    verdict.problem = problemOf(entry, verdict.entries + 1, previous);
                    if (!verdict.problem.isEmpty()) {
                        verdict.brokenAt = entry.id;
                        return verdict;
                    }
                    previous = entry.digest;
                    last = entry.id;
                    ++verdict.entries;
                }
                if (rows->size() < page)
                    break;
            }
            return verdict;
        },
        stop);
}

} // namespace pipeline::audit
