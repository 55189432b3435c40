// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run.h"

namespace pipeline::runner {

/// One stage of the pipeline.
class Stage {
public:
    virtual ~Stage() = default;

    /// "validate", "test", "deploy" or "verify", as in `etapas`.
    virtual QString name() const = 0;

    /// Does the work and fills its part of run.result, all but its status.
    ///
    /// Failed is an answer (findings, failed tests, a policy that refuses) and final; an Error is something that kept
    /// the stage from answering. The runner calls again after a transient one, so that every step must be safe to
    /// repeat.
    virtual Result<contract::StageStatus> run(Run &run) = 0;
};

} // namespace pipeline::runner
