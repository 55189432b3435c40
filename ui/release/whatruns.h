// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/result.h"

#include <QList>
#include <QString>

#include <stop_token>

namespace pipeline::ui {

struct ReleaseData;
struct Services;

/// A target of a failed deployment, a product or a worker: what runs there now as far as it is recorded.
struct TargetNow {
    /// What the failed run did to it.
    enum class Outcome {
        Deployed,
        Refused, ///< by the engine, which undoes a deployment as a whole
        NotReached,
        CheckFailed, ///< a worker that was deployed; VERIFY was not satisfied with the workers
        PushedOnly, ///< a worker's code; no restart is recorded
        Unrecorded, ///< it may have happened or not
        DeployedSince, ///< a later run did it
        ChangingSince, ///< a later run may have done it
    };

    QString name;
    bool worker = false;
    Outcome outcome = Outcome::Unrecorded;
    QString releaseRef; ///< that runs there; empty when that is not recorded
    int definitions = 0; ///< that the failed run made

    bool operator==(const TargetNow &) const = default;
};

/// Whether the failed run changed some of its targets and left others as they were.
bool isMixed(const QList<TargetNow> &targets);

/// Of the deployment of \a data, in the order of its artefacts, from the results and effects of the environment's last
/// deployments. Blocks.
Result<QList<TargetNow>> readTargets(Services &services, const ReleaseData &data, std::stop_token stop);

} // namespace pipeline::ui
