// SPDX-License-Identifier: Apache-2.0
#include "auditcommands.h"

#include "models/timestamp.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace pipeline::cli {

void AuditLogCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({{u"item"_s, u"Of this item only."_s, u"ID"_s},
                       {u"release"_s, u"Of this release only."_s, u"R"_s},
                       {u"limit"_s, u"At most so many."_s, u"N"_s, u"100"_s}});
}

int AuditLogCommand::run(Call &call)
{
    const auto database = call.app.database();
    if (!database)
        return call.report(database.error());
    audit::Filter filter{.releaseRef = call.arguments.value(u"release"_s), .limit = call.arguments.value(u"limit"_s).toInt()};
    if (call.arguments.isSet(u"item"_s))
        filter.item = call.arguments.value(u"item"_s).toLongLong();
    const auto entries = audit::Journal(**database).list(filter, call.stop);
    if (!entries)
        return call.report(entries.error());
    QJsonArray rows;
    for (const audit::Entry &entry : *entries) {
        rows << entry.toJson();
        if (!call.wantsJson())
            call.streams.out << QString::number(entry.id).rightJustified(6) << "  " << toTimestamp(entry.at) << "  "
                             << entry.actor.name.leftJustified(16) << entry.act.what.leftJustified(22)
                             << (entry.act.item ? u"item %1 "_s.arg(*entry.act.item) : QString())
                             << entry.act.releaseRef << ' ' << entry.act.environment << ' ' << entry.digest.left(12) << '\n';
    }
    if (call.wantsJson())
        call.print({{u"items"_s, rows}});
    return 0;
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
                         << "Entries 1 to " << verdict->entries << " are still proven.\n";
    return verdict->isIntact() ? 0 : 1;
}

} // namespace pipeline::cli
