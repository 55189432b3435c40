// SPDX-License-Identifier: Apache-2.0
#include "auditcommands.h"

#include "models/timestamp.h"

#include <QJsonArray>

#include <climits>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

namespace {

QString lineOf(const audit::Entry &entry)
{
    QStringList parts{QString::number(entry.id).rightJustified(6), toTimestamp(entry.at),
                      plain(entry.actor.name).leftJustified(15), entry.act.what.leftJustified(21)};
    if (entry.act.item)
        parts << u"item %1"_s.arg(*entry.act.item);
    for (const QString &part : {plain(entry.act.releaseRef), plain(entry.act.environment),
                                entry.act.details["credencial"_L1].toString(), entry.digest.left(12)})
        if (!part.isEmpty())
            parts << part;
    return parts.join(u' ');
}

} // namespace

Synopsis AuditLogCommand::synopsis() const
{
    return {.name = u"audit log"_s,
            .summary = u"Show who did what, the newest first"_s,
            .text = u"The journal has one entry for each act of a person or a runner. Each carries the digest of the "
                    "one before it; `audit verify` checks the chain. With --environment only the acts in that "
                    "one are listed. The first 12 digits of an entry's own digest "
                    "stand at the end of its line."_s,
            .options =
                {{.name = u"item"_s, .description = u"Of this item only."_s, .value = u"ID"_s, .range = {{1, INT_MAX}}},
                 {.name = u"release"_s, .description = u"Of this release only."_s, .value = u"R"_s},
                 {.name = u"limit"_s,
                  .description = u"At most so many entries."_s,
                  .value = u"N"_s,
                  .fallback = u"100"_s,
                  .range = {{1, 100000}}}},
            .exitCodes = {{0, u"Done."_s}, wrongCall(), databaseAway()},
            .examples = {u"audit log --release R-2026.11.3"_s}};
}

int AuditLogCommand::run(Call &call)
{
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    audit::Filter filter{.releaseRef = call.arguments.value(u"release"_s),
                         .limit = call.arguments.value(u"limit"_s).toInt()};
    if (const QString environment = call.onlyEnvironment(); !environment.isEmpty())
        filter.environments << environment;
    if (call.arguments.isSet(u"item"_s))
        filter.item = call.arguments.value(u"item"_s).toLongLong();
    const auto entries = audit::Journal(**database).list(filter, call.stop);
    if (!entries)
        return call.report(entries.error());
    QJsonArray rows;
    for (const audit::Entry &entry : *entries) {
        rows << entry.toJson();
        if (!call.wantsJson())
            call.streams.out << lineOf(entry) << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return 0;
}

Synopsis AuditVerifyCommand::synopsis() const
{
    return {
        .name = u"audit verify"_s,
        .summary = u"Check that no entry of the journal was changed or removed"_s,
        .text = u"Reads all entries and computes each digest anew. Entries cut off at the end leave no gap: compare "
                "the number and the last digest with what you noted earlier."_s,
        .exitCodes = {{0, u"The chain is intact."_s},
                      {1, u"It is broken; the entry is named."_s},
                      wrongCall(),
                      databaseAway()},
        .examples = {u"audit verify --format json"_s}};
}

int AuditVerifyCommand::run(Call &call)
{
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    const auto verdict = audit::Journal(**database).verify(call.stop);
    if (!verdict)
        return call.report(verdict.error());
    if (call.wantsJson())
        call.print({{u"intact"_s, verdict->isIntact()},
                    {u"entries"_s, verdict->entries},
                    {u"broken_at"_s, verdict->brokenAt ? QJsonValue(*verdict->brokenAt) : QJsonValue(QJsonValue::Null)},
                    {u"problem"_s, verdict->problem}});
    else if (verdict->isIntact())
        call.streams.out << "The chain of " << verdict->entries << " entries is intact.\n";
    else
        call.streams.out << "The chain is broken at entry " << *verdict->brokenAt << ": " << verdict->problem << ".\n"
                         << "The entries before it are still proven: " << *verdict->brokenAt - 1 << ".\n";
    return verdict->isIntact() ? 0 : 1;
}

} // namespace pipeline::cli
