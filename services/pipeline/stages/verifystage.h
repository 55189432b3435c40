// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploystage.h"

namespace pipeline::runner {

/// VERIFY: reads back what runs and compares it with the manifest; health, smoke tests, incidents.
class VerifyStage : public Stage {
public:
    VerifyStage(Surroundings surroundings, backlog::Backlog &backlog, repository::Mirror *artefacts)
        : m_around(surroundings), m_backlog(backlog), m_artefacts(artefacts)
    {}

    QString name() const override { return QStringLiteral("verify"); }
    Result<contract::StageStatus> run(Run &run) override;

private:
    const Surroundings m_around;
    backlog::Backlog &m_backlog;
    repository::Mirror *m_artefacts;
};

} // namespace pipeline::runner
