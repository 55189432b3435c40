// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engineclient.h"

#include "models/contract/pipelineresult.h"

#include <optional>

namespace pipeline::camunda {

/// The engine's version ("7.24.0"), asked with the credentials: `/engine` first, which needs none and tells whether
/// there is an engine at all, then `/version`, which is the cheapest call that needs them.
Result<QString> engineVersion(const EngineClient &engine, std::stop_token stop);

/// What a look at an engine found: address, TLS, engine, credentials and version, in this order.
struct Probe {
    QList<contract::Check> checks;
    std::optional<Error> problem; ///< what made a check fail, or left its answer open
};

/// Nothing is tried twice, and what a failed check makes pointless is skipped.
Probe probe(const EngineClient &engine, std::stop_token stop);

} // namespace pipeline::camunda
