// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "camunda/deployments.h"
#include "events/effectledger.h"
#include "pipeline/run.h"
#include "plan/productplan.h"

namespace pipeline::runner {

/// Brings the files of one product to the engine in one deployment, however often it is tried.
class ProductDeployer {
public:
    ProductDeployer(Run &run, const camunda::EngineClient &engine, store::Database &database)
        : m_run(run), m_engine(engine), m_ledger(database)
    {}

    /// What was deployed. Nothing when the engine refused it: the run's reason and findings say why.
    Result<std::optional<contract::ProductDeployment>> deploy(const QString &product,
                                                              const QList<plan::PlannedFile> &files);

private:
    struct Settled {
        std::optional<contract::ProductDeployment> last; ///< that this item made for the product
        bool refused = false; ///< just now, by the engine
    };

    Result<Settled> earlier(const QString &product, const QList<plan::PlannedFile> &files);
    Result<std::optional<contract::ProductDeployment>> send(const events::Effect &intent, const QString &product,
                                                            const QList<plan::PlannedFile> &files);
    Result<std::optional<camunda::Deployment>> find(const events::Effect &intent);
    Result<contract::ProductDeployment> recordAnswer(const events::Effect &intent, const QString &product,
                                                     const QString &deploymentId);
    Result<void> recordRejection(const events::Effect &intent, const QString &product,
                                 const QList<plan::PlannedFile> &files, const camunda::Rejection &rejection);
    QString newName(const QString &product) const;

    Run &m_run;
    const camunda::EngineClient &m_engine;
    events::EffectLedger m_ledger;
};

} // namespace pipeline::runner
