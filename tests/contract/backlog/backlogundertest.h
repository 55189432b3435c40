// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"
#include "store/database.h"

namespace pipeline::tests {

/// One implementation of Backlog on an empty database, and the side doors that the suite needs.
class BacklogUnderTest {
public:
    virtual ~BacklogUnderTest() = default;

    virtual backlog::Backlog &backlog() = 0;

    /// What the records of a run are written to.
    virtual store::Database &database() = 0;

    /// Runs one statement as another program; gives its rows, or the database's words.
    virtual Result<QList<QVariantList>> sql(const QString &statement) = 0;

    /// Moves the end of an item's lease into the past.
    virtual void endLease(qint64 item) = 0;

    /// Makes an item available \a seconds from now.
    virtual void moveAvailability(qint64 item, int seconds) = 0;

    /// Moves the intent of every effect \a seconds into the past.
    virtual void ageEffects(int seconds) = 0;

    /// From now on no entry of the journal can be written.
    virtual void breakJournal() = 0;
};

} // namespace pipeline::tests
