// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backlog/backlog.h"
#include "models/contract/pipelinecontext.h"
#include "models/environment.h"
#include "models/release.h"

#include <QMap>

namespace pipeline::approval {

/// A deployment that wants to go to an environment.
struct Candidate {
    const Release &release;
    const contract::PipelineContext &context;
    const Environment &environment;
};

/// Answers from the backlog whether a deployment meets its environment's policy.
class PolicyCheck {
public:
    PolicyCheck(backlog::Backlog &backlog, QMap<QString, QStringList> people)
        : m_backlog(backlog), m_people(std::move(people))
    {}

    /// Refused, saying what is missing, when the policy is not met; database errors as they are.
    Result<void> require(const Candidate &candidate, std::stop_token stop) const;

private:
    Result<void> requireValidation(const Candidate &candidate, std::stop_token stop) const;
    Result<void> requireApproval(const Candidate &candidate, std::stop_token stop) const;
    Result<void> requireEarlierDeployment(const Candidate &candidate, std::stop_token stop) const;
    Result<void> requireNotOlder(const Candidate &candidate, std::stop_token stop) const;
    /// For each file that the candidate brings, and for its workers, the newest deployment to its environment; each of
    /// these once.
    Result<QList<backlog::Arrival>> running(const Candidate &candidate, std::stop_token stop) const;
    Result<QString> environmentOf(const contract::BacklogItem &deployment, std::stop_token stop) const;
    Result<QList<contract::BacklogItem>> passed(contract::Mode mode, const QString &manifest,
                                                std::stop_token stop) const;

    backlog::Backlog &m_backlog;
    const QMap<QString, QStringList> m_people;
};

} // namespace pipeline::approval
