// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deploystage.h"

namespace pipeline::runner {

/// VERIFY: reads back what runs and compares it with the manifest; health, smoke tests, incidents.
class VerifyStage : public Stage {
public:
    VerifyStage(Surroundings surroundings, repository::Mirror *artefacts)
        : m_around(surroundings), m_artefacts(artefacts)
    {}

    QString name() const override { return QStringLiteral("verify"); }
    Result<contract::StageStatus> run(Run &run) override;

private:
    const Surroundings m_around;
    repository::Mirror *m_artefacts;
};

} // namespace pipeline::runner
