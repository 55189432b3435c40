// SPDX-License-Identifier: Apache-2.0
#include "journal.h"

#include "journalrows.h"
#include "models/timestamp.h"
#include "store/database.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace pipeline::audit {

namespace {

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
    const auto now = connection.now();
    return now ? appendAt(connection, fromTimestamp(*now), actor, act) : fail(now.error());
}

Result<Entry> appendAt(store::Connection &connection, const QDateTime &at, const Actor &actor, const Act &act)
{
    const auto last = connection.query(u"select id, digest from journal order by id desc limit 1"_s);
    if (!last)
        return fail(last.error());
    Entry entry;
    entry.id = last->isEmpty() ? 1 : last->first()[0].toLongLong() + 1;
    entry.at = at;
    entry.actor = {storable(actor.name), storable(actor.account), storable(actor.host), storable(actor.program)};
    // SQLite knows no users: who can write the file can write any name.
    entry.guarantee = u"declarada"_s;
    const QString details = storable(QString::fromUtf8(QJsonDocument(act.details).toJson(QJsonDocument::Compact)));
    entry.act = {storable(act.what),       act.item,
                 storable(act.releaseRef), storable(act.environment),
                 storable(act.manifest),   QJsonDocument::fromJson(details.toUtf8()).object()};
    entry.previous = last->isEmpty() ? QString(64, u'0') : last->first()[1].toString();
    entry.digest = entry.computedDigest();
    const auto inserted = connection.execute(
        u"insert into journal (%1) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(EntryColumns),
        {entry.id, toTimestamp(at), entry.actor.name, entry.actor.account, entry.guarantee, entry.actor.host,
         entry.actor.program, entry.act.what, act.item ? QVariant(*act.item) : QVariant(),
         store::nullIfEmpty(entry.act.releaseRef), store::nullIfEmpty(entry.act.environment),
         store::nullIfEmpty(entry.act.manifest), details, entry.previous, entry.digest});
    if (!inserted)
        return fail(inserted.error());
    return entry;
}

Result<Entry> Journal::record(const Actor &actor, const Act &act, std::stop_token stop)
{
    return m_database.write([&](store::Connection &connection) { return append(connection, actor, act); }, stop);
}

Result<Verdict> Journal::verify(std::stop_token stop, const Progress &progress) const
{
    const auto total = size(stop);
    if (!total)
        return fail(total.error());
    Verdict verdict;
    QString previous(64, u'0');
    qint64 last = std::numeric_limits<qint64>::min();
    // Each page is a read of its own, so that others are served between them; what is added meanwhile is read as well.
    for (;;) {
        const auto page = m_database.read(
            [last](store::Connection &connection) {
                return connection.query(
                    u"select %1 from journal where id > ? order by id limit 1000"_s.arg(EntryColumns), {last});
            },
            stop);
        if (!page)
            return fail(page.error());
        if (page->isEmpty())
            return verdict;
        for (const store::Row &row : *page) {
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
        if (progress)
            progress(verdict.entries, std::max(*total, verdict.entries));
    }
}

} // namespace pipeline::audit
