// SPDX-License-Identifier: Apache-2.0
#include "backlogcontract.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

QVariantList BacklogContract::footprint(BacklogUnderTest &parts)
{
    QVariantList counts;
    for (const QString &query :
         {u"select count(*), coalesce(sum(versao), 0) from backlog"_s, u"select count(*) from journal"_s,
          u"select count(*) from run_event"_s, u"select count(*), count(ended_at) from run_attempt"_s,
          u"select count(*) from run_stage"_s, u"select count(*), count(answer) from run_effect"_s,
          u"select count(*) from run_test"_s, u"select count(*) from run_coverage"_s}) {
        const auto rows = parts.sql(query);
        counts += rows ? rows->first() : QVariantList{rows.error().text()};
    }
    return counts;
}

QList<audit::Entry> BacklogContract::journal(BacklogUnderTest &parts)
{
    const auto entries = audit::Journal(parts.database()).list({.limit = 10'000}, {});
    if (!entries)
        qWarning("%s", qPrintable(entries.error().text()));
    return entries.value_or(QList<audit::Entry>());
}

} // namespace pipeline::tests
