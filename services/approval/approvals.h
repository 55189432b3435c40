// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"
#include "repository/releasereader.h"

#include <QMap>

namespace pipeline::approval {

/// What a person decides, and what they looked at.
struct Decision {
    QString releaseRef;
    QString environment;
    QString manifest; ///< at least 12 of its first digits
    bool approved = false;
    QString reason;
};

/// What a decision did.
struct DecisionRecord {
    contract::BacklogItem approval; ///< the `aprovar_release` item, decided
    std::optional<contract::BacklogItem> deployment; ///< the `implantar` item of an approval
};

/// Finds the open approval that a decision means, checks that this person may take it, and records it.
class Approvals {
public:
    Approvals(backlog::Backlog &backlog, repository::ReleaseReader &reader, QMap<QString, QStringList> people)
        : m_backlog(backlog), m_reader(reader), m_people(std::move(people))
    {}

    /// Errors: InvalidInput (digest too short, no reason for a rejection), NotFound (nothing waits under that name),
    /// Refused (other bytes, four eyes), Conflict (somebody else decided first), and those of the repository.
    Result<DecisionRecord> decide(const Decision &decision, const Actor &actor, std::stop_token stop);

    /// Whether \a actor had no hand in what the `aprovar_release` item is about, and its bytes are still the validated
    /// ones: Refused when not, and the errors of the repository.
    Result<void> requireSecondPerson(const contract::BacklogItem &approval, const Actor &actor, std::stop_token stop);

private:
    Result<contract::BacklogItem> findOpen(const Decision &decision, std::stop_token stop) const;

    backlog::Backlog &m_backlog;
    repository::ReleaseReader &m_reader;
    const QMap<QString, QStringList> m_people;
};

} // namespace pipeline::approval
