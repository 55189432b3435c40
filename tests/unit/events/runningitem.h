// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/sqlitebacklog.h"
#include "store/database.h"
#include "support/backlogsamples.h"

#include <QTemporaryDir>

namespace pipeline::tests {

/// A database of its own, with items that one runner has claimed.
class RunningItem {
public:
    RunningItem()
        : m_database(*store::Database::open(url(), {.busyMilliseconds = 200})), m_backlog(*m_database), m_claim(begin())
    {}

    store::Database &database() { return *m_database; }
    backlog::SqliteBacklog &backlog() { return m_backlog; }
    QString url() const { return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("a.sqlite")); }

    /// The hold on the first item.
    const Claim &claim() const { return m_claim; }

    /// Inserts and claims one more.
    Claim begin()
    {
        const auto inserted = m_backlog.insert(sampleItem(contract::Mode::Validate), person(QStringLiteral("ana")), {});
        const auto item = m_backlog.claim(everything(), Runner, std::chrono::seconds(600), {});
        if (!inserted || !item || !*item)
            qFatal("an item could not be claimed");
        return claimOf(**item, Runner);
    }

    /// Ends the first item, so that its hold is lost.
    void end()
    {
        if (!m_backlog.complete(m_claim, {contract::ItemState::Failed, {}, {}, {}}, {}))
            qFatal("the item could not be ended");
    }

private:
    static inline const Actor Runner = runner(QStringLiteral("r1"));

    QTemporaryDir m_folder;
    std::unique_ptr<store::Database> m_database;
    backlog::SqliteBacklog m_backlog;
    Claim m_claim;
};

} // namespace pipeline::tests
