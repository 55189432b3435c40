// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/journal.h"

namespace pipeline::ui {

/// What an entry of the journal says: an icon, its tone, and one sentence with the reason in quotes.
struct EntryLook {
    QString icon;
    QString tone;
    QString sentence;
};

EntryLook entryLook(const audit::Entry &entry);

QString kindName(audit::Kind kind);

/// "a417 52c0 … 9b3e"; a dash when there is none.
QString tableDigest(const QString &digest);

/// Everything that an entry says, for the clipboard.
QString entryReport(const audit::Entry &entry);

} // namespace pipeline::ui
