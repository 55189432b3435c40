// SPDX-License-Identifier: Apache-2.0
#include "journalrows.h"

#include "models/timestamp.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace pipeline::audit {

const QString EntryColumns =
    u"id, at, actor, account, guarantee, host, program, act, item_id, release_ref, environment, "
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

} // namespace pipeline::audit
