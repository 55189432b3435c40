// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "whatruns.h"

#include "backlog/releasehistory.h"
#include "models/contract/approval.h"
#include "models/contract/artefact.h"
#include "models/contract/backlogitem.h"
#include "models/finding.h"
#include "models/testrun.h"

#include <QMap>

namespace pipeline::configuration {
struct Configuration;
}

namespace pipeline::ui {

struct Services;

/// What a release went through once: its validation, the approval that follows it, the deployment that follows that.
struct ReleaseData {
    backlog::ReleaseDetails details;
    std::optional<backlog::HistoryItem> validation;
    std::optional<backlog::HistoryItem> approval;
    std::optional<backlog::HistoryItem> deployment;
    QList<contract::Artefact> artefacts;
    QString sprint;
    QString environment;
    QString manifest; ///< empty before the bytes were read
    QList<Finding> findings; ///< of the validation: errors first
    QList<TestCase> tests;
    QList<FileCoverage> coverage;
    std::optional<double> totalCoverage; ///< percent of lines
    QMap<QString, qint64> usual; ///< stage → milliseconds, the median of the last deployments to the environment
    QList<TargetNow> targets; ///< of a deployment that failed

    const QString &releaseRef() const { return details.release.releaseRef; }

    /// The furthest of the items.
    const backlog::HistoryItem *furthest() const;

    /// The furthest one that a runner runs.
    const backlog::HistoryItem *run() const;

    /// The stage of an item's latest attempt.
    static std::optional<events::StageState> stage(const std::optional<backlog::HistoryItem> &item,
                                                   const QString &name);

    /// `resultado.etapas.<name>`, empty before the item has ended.
    static QJsonObject result(const std::optional<backlog::HistoryItem> &item, const QString &name);

    int count(Severity severity) const;
    QStringList products() const;
};

/// Reads it for the chain that \a item belongs to, 0 for the newest. Blocks.
Result<ReleaseData> readRelease(Services &services, const configuration::Configuration &configuration,
                                const QString &releaseRef, qint64 item, std::stop_token stop);

} // namespace pipeline::ui
